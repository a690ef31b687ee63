import {loadable} from '../loading/loadable.ts'
import {free, id, text} from '../loading/schemas.ts'
import {objects} from '../objects/objects.ts'
import {accounts, identities} from '../records.ts'

/** Objects: of the user or the account that they name, else of everybody. */
export const objectCollections = {
  objects: loadable(objects, {
    fields: {
      ...{uuid: id, user_uuid: id, account_uuid: id, name: text, type: text, description: text},
      ...{content_type: text, content: free, metadata: free},
    },
    required: ['name'],
    defaults: {type: 'data_object', description: '', content_type: 'application/json', content: {}, metadata: {}},
    refers: {user_uuid: identities, account_uuid: accounts},
  }),
}
