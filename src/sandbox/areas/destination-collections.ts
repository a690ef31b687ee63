import {loadable} from '../loading/loadable.ts'
import {id, text, wholeNumber} from '../loading/schemas.ts'
import {accounts} from '../records.ts'
import {destinationRecords} from './destinations.ts'

/** Where calls can be sent. */
export const destinationCollections = {
  destinations: loadable(destinationRecords, {
    fields: {id: wholeNumber, name: text, account_uuid: id},
    required: ['id', 'name', 'account_uuid'],
    refers: {account_uuid: accounts},
  }),
}
