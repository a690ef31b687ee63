import {type Fields} from '../schema.ts'
import {accountTypes} from './account.ts'

/** A postal address, as accounts and identities have it. */
export const addressFields: Fields = {
  line1: {type: 'string', description: 'street and number'},
  line2: {type: 'string', description: 'suite or floor'},
  city: {type: 'string'},
  state: {type: 'string', description: 'two letters, such as FL'},
  postal_code: {type: 'string'},
  country: {type: 'string', description: 'two letters, such as US'},
}

/** What the body of a new or changed account holds. */
export const accountFields: Fields = {
  name: {type: 'string', description: 'name of the account'},
  type: {enum: accountTypes, description: 'kind of account'},
  parent_uuid: {type: 'string', format: 'uuid', description: 'account that it is below'},
  number: {type: ['string', 'integer'], description: 'customer number; no two accounts have the same'},
  description: {type: 'string', description: 'a few words about it'},
  status: {enum: ['Active', 'Inactive']},
  reference: {type: 'string', description: 'id of your own'},
  address: {type: 'object', description: 'postal address', properties: addressFields},
  contacts: {
    type: 'array',
    description: 'whom to call or write to',
    items: {
      type: 'object',
      properties: {
        uuid: {type: 'string', description: 'of a contact that is there already'},
        type: {type: 'string', examples: ['primary']},
        first_name: {type: 'string'},
        last_name: {type: 'string'},
        email: {type: 'string', format: 'email'},
        phone: {type: 'string'},
      },
    },
  },
}

/** An account as the end of a relationship. */
export const relatedAccount: Fields = {
  uuid: {type: 'string', format: 'uuid'},
  name: {type: 'string'},
  type: {enum: accountTypes},
}
