import {addressFields} from '../accounts/account-fields.ts'
import {type Fields} from '../schema.ts'

const {city, state, postal_code, country} = addressFields

/** What can be changed of an identity. */
export const identityFields: Fields = {
  first_name: {type: 'string'},
  middle_name: {type: 'string'},
  last_name: {type: 'string'},
  email: {type: 'string', format: 'email'},
  phone: {type: 'string', description: 'telephone number'},
  type: {type: 'string', examples: ['user']},
  status: {enum: ['Active', 'Inactive']},
  reference: {type: 'string', description: 'id of your own'},
  address: {type: 'object', description: 'postal address', properties: {city, state, postal_code, country} as Fields},
}

/** What the body of a new identity holds. */
export const newIdentityFields: Fields = {
  username: {type: 'string', description: 'what the user signs in with, mostly an e-mail address'},
  ...identityFields,
  provider: {type: 'string', description: 'who checks the password', examples: ['local']},
  password: {type: 'string', description: '-F password=@FILE keeps it off the command line'},
}
