import {type Form, formColumns, formFilters} from '../../lib/forms/form.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {filters, uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Forms.listUserForms',
  summary: 'List the forms of an account',
  request: 'GET /forms/forms',
  parameters: {
    filter: filters(formFilters),
    account_uuid: uuid('--account', 'account to look at; that of the user if left out'),
  },
  reply: list<Form>({columns: formColumns, id: 'uuid', noun: 'forms', limit: 100}),
  examples: [
    ['Those of your account', ''],
    ['Those that can be filled in', '--filter status=active'],
  ],
})
