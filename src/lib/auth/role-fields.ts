import {type Fields} from '../schema.ts'

/** What can be changed of a role. */
export const roleFields: Fields = {
  name: {type: 'string', description: 'what the role is called'},
  description: {type: 'string', description: 'a few words about it'},
  type: {type: 'string', description: 'the service keeps role_permission, whatever is sent', examples: ['user']},
}

/** What the body of a new role holds. */
export const newRoleFields: Fields = {
  ...roleFields,
  status: {enum: ['Active', 'Inactive']},
  permissions: {
    type: 'array',
    description: 'permissions that it gives, as auth permissions list has them',
    items: {type: 'string', format: 'uuid'},
  },
}
