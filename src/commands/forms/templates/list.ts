import {type FormTemplate, templateColumns} from '../../../lib/forms/template.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {account} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Forms.listFormTemplates',
  summary: 'List the form templates of an account',
  request: 'GET /forms/template',
  parameters: {
    account_uuid: account(),
  },
  reply: list<FormTemplate>({columns: templateColumns, id: 'uuid', noun: 'templates'}),
  examples: [['Those of your account', '']],
})
