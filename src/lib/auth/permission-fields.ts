import {type Fields} from '../schema.ts'

/** What the body of a new permission holds. */
export const permissionFields: Fields = {
  name: {type: 'string', description: 'type and action with a dot between them', examples: ['object.archive']},
  description: {type: 'string', description: 'a few words about it'},
  resource_type: {type: 'string', description: 'kind of resource', examples: ['object']},
  action: {type: 'string', description: 'what may be done to it', examples: ['archive']},
  allowed: {type: 'boolean', description: 'whether it allows or forbids'},
}
