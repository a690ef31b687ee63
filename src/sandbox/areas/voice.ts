import {type FastifyInstance} from 'fastify'
import {type JsonObject} from '../../lib/client/wire.ts'
import {type Extension} from '../../lib/voice/extension.ts'
import {type CollectionSpec} from '../collection.ts'
import {readFields, required, uuid} from '../fields.ts'
import {includedIn, listCollection, mapItems} from '../lists.ts'
import {type Sandbox} from '../sandbox.ts'

export const extensionRecords: CollectionSpec<Required<Extension>> = {
  name: 'extensions',
  id: 'uuid',
  indexes: ['account_uuid'],
}

/** The voice service: extensions of accounts; made elsewhere, read here. */
export function voice(app: FastifyInstance, {store}: Sandbox): void {
  app.get('/voice/extension', (request) => {
    const {account_uuid} = readFields(request.query as JsonObject, {account_uuid: required(uuid())})
    request.caller.mustSee(account_uuid)
    const page = listCollection(request, store.collection(extensionRecords), {where: {account_uuid}})
    return mapItems(page, (extension) => extensionView(extension, includedIn(request)))
  })
}

function extensionView(
  {channels, metadata, ...extension}: Required<Extension>,
  included: readonly string[],
): Extension {
  return {
    ...extension,
    ...(included.includes('channels') && {channels}),
    ...(included.includes('metadata') && {metadata}),
  }
}
