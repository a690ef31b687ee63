import {type FormTemplate, templateDetails} from '../../../lib/forms/template.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {choice, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Forms.getFormTemplate',
  summary: 'Show one form template',
  request: 'GET /forms/template/{template_uuid}',
  parameters: {
    template_uuid: uuid('TEMPLATE', 'template to show'),
    include: choice('--include', 'what else to put into the reply', ['form_definition']),
  },
  reply: object<FormTemplate>({columns: templateDetails, id: 'uuid'}),
  examples: [
    ['Name and description', 'bfb47b51-901e-5f1a-92a4-1f80b9a8c95e'],
    ['The definition alone', 'bfb47b51-901e-5f1a-92a4-1f80b9a8c95e --include form_definition --jq .form'],
  ],
})
