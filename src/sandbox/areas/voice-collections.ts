import {loadable} from '../loading/loadable.ts'
import {free, id, text, things} from '../loading/schemas.ts'
import {accounts} from '../records.ts'
import {extensionRecords} from './voice.ts'

/** What of the voice service can be loaded. */
export const voiceCollections = {
  extensions: loadable(extensionRecords, {
    fields: {
      ...{uuid: id, account_uuid: id, user_uuid: {type: ['string', 'null'], format: 'uuid'}, number: text, name: text},
      ...{channels: things, metadata: free},
    },
    required: ['account_uuid', 'number'],
    defaults: {user_uuid: null, name: '', channels: [], metadata: {}},
    refers: {account_uuid: accounts},
  }),
}
