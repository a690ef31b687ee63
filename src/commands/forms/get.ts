import {type Form, formDetails} from '../../lib/forms/form.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {choice, uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Forms.getFormInstance',
  summary: 'Show one form',
  request: 'GET /forms/forms/{form_instance_uuid}',
  parameters: {
    form_instance_uuid: uuid('FORM', 'form to show'),
    include: choice('--include', 'what else to put into the reply', ['metadata', 'form_definition']),
  },
  reply: object<Form>({columns: formDetails, id: 'uuid'}),
  examples: [
    ['Name, status and template', '70ecb784-6363-5a7b-b3b6-ac38c98ee96d'],
    [
      'The keys that people fill in',
      "70ecb784-6363-5a7b-b3b6-ac38c98ee96d --include form_definition --jq '[.form.components[].key]'",
    ],
  ],
})
