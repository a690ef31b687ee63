import {join} from 'node:path'
import {CliError} from '../../errors.ts'
import {type Kind} from '../code/item.ts'
import {readResources} from '../code/resources.ts'
import {createEndpoint, deleteEndpoint, putEndpoint} from '../endpoint-calls.ts'
import {createEventHandler, deleteEventHandler, putEventHandler} from '../event-handler-calls.ts'
import {deleteFile, putFile} from '../file-calls.ts'
import {gatewayPatches} from '../gateway-calls.ts'
import {createModule, deleteModule, putModule} from '../module-calls.ts'
import {type Checkout} from './checkout.ts'
import {type LocalItem} from './local-items.ts'
import {type RemoteItem} from './remote-items.ts'

type Sender = (checkout: Checkout, local: LocalItem, remote: RemoteItem | undefined) => Promise<unknown>
type Deleter = (checkout: Checkout, remote: RemoteItem) => Promise<unknown>

/** Puts an item in the place of what is there, or where nothing is. */
export const sendItem: Readonly<Record<Kind, Sender>> = {
  modules: ({service, owners: {application: id}}, {name, text: script = ''}) =>
    orElse(
      () => service.call(putModule, {id, alias: name, script}),
      () => service.call(createModule, {id, name, script}),
    ),
  handlers: ({service, owners: {application: id}}, {name, handler, text: script = ''}) =>
    orElse(
      () => service.call(putEventHandler, {id, alias: name, ...handler!, script}),
      () => service.call(createEventHandler, {id, ...handler!, script}),
    ),
  endpoints: ({service, owners: {application: id}}, {endpoint, text: script = ''}, remote) => {
    const {method, path, content_type} = endpoint!
    const values = {id, method: method as 'GET', path, content_type, script}
    if (remote?.id === undefined) return service.call(createEndpoint, values)
    return service.call(putEndpoint, {...values, endpoint: remote.id})
  },
  files: ({service, project, owners: {application: id}}, {name, path}) =>
    service.call(putFile, {id, path: name.slice(1), file: join(project.root, path)}),
  resources: async ({service, owners}, {text = '', path}) =>
    service.call(gatewayPatches.resources, {
      ...(owners.product && {product_id: owners.product}),
      value: {...(await readResources(text, path))},
    }),
}

/** Deletes an item there. */
export const deleteItem: Readonly<Record<Kind, Deleter>> = {
  modules: ({service, owners: {application: id}}, {name}) => service.call(deleteModule, {id, alias: name}),
  handlers: ({service, owners: {application: id}}, {name}) => service.call(deleteEventHandler, {id, alias: name}),
  endpoints: ({service, owners: {application}}, {id}) =>
    service.call(deleteEndpoint, {id: application, endpoint: id ?? ''}),
  files: ({service, owners: {application: id}}, {name}) => service.call(deleteFile, {id, path: name.slice(1)}),
  resources: ({service, owners: {product}}) =>
    service.call(gatewayPatches.resources, {...(product && {product_id: product}), value: {}}),
}

/** Older servers replace what is there, and create nothing. */
async function orElse(put: () => Promise<unknown>, create: () => Promise<unknown>): Promise<unknown> {
  try {
    return await put()
  } catch (error) {
    if (error instanceof CliError && error.status === 404) return create()
    throw error
  }
}
