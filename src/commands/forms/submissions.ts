import {type Submission, submissionColumns, submissionFilters} from '../../lib/forms/form.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {filters, uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Forms.listUserFormSubmissions',
  summary: 'List what people filled in',
  request: 'GET /forms/forms/{form_uuid}/submission',
  parameters: {
    form_uuid: uuid('FORM', 'form whose submissions to list'),
    filter: filters(submissionFilters),
    account_uuid: uuid('--account', 'account that the form is of'),
  },
  reply: list<Submission>({columns: submissionColumns, id: 'uuid', noun: 'submissions', limit: 100}),
  examples: [
    ['All that came in', '70ecb784-6363-5a7b-b3b6-ac38c98ee96d --all'],
    ['The answers alone', '70ecb784-6363-5a7b-b3b6-ac38c98ee96d --jq ".[].data"'],
  ],
})
