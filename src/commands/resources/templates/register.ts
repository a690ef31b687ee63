import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {variants} from '../../../lib/operation/variants.ts'
import {account, json, text, uuid} from '../../../lib/parameters.ts'
import {type ResourceTemplate, templateColumns} from '../../../lib/resources/template.ts'

const template = {
  name: text('--name', 'name of the template', {required: true}),
  description: text('--description', 'what its resources are for'),
  schema: json('--schema', 'columns, as the platform describes them', {required: true, schema: {type: 'object'}}),
}
const effect = {changes: 'register a resource template for'}
const reply = object<ResourceTemplate>({columns: templateColumns, id: 'uuid'})
const columns = `--schema '{"properties": {"title": {"type": "string"}, "done": {"type": "boolean"}}}'`

const forAccount = operation({
  operation: 'Resources.registerAccountTemplate',
  summary: 'Register a resource template',
  description: 'For an account, unless --user names a user.',
  request: 'POST /resourcecms/account/{account_uuid}/register',
  parameters: {account_uuid: account(), ...template},
  effect,
  reply,
  examples: [['For your account', `--name tasks ${columns}`]],
})

const forUser = operation({
  operation: 'Resources.registerUserTemplate',
  summary: 'Register it for a user',
  request: 'POST /resourcecms/user/{user_uuid}/register',
  parameters: {user_uuid: uuid('--user', 'user who gets it, and not the account', {required: true}), ...template},
  effect,
  reply,
  examples: [['For a user', `--user cdb115b0-99b0-5c62-8bcc-f93edb821bb6 --name tasks ${columns}`]],
})

export default variants(forAccount, {'--account': forAccount, '--user': forUser})
