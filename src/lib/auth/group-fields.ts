import {type Fields} from '../schema.ts'

/** What can be changed of a user group. */
export const groupFields: Fields = {
  name: {type: 'string', description: 'what the group is called'},
  description: {type: 'string', description: 'a few words about it'},
}

/** What the body of a new user group holds. */
export const newGroupFields: Fields = {
  ...groupFields,
  users: {type: 'array', description: 'users who are to be in it', items: {type: 'string', format: 'uuid'}},
}
