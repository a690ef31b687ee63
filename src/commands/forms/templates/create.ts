import {type FormTemplate, templateDetails, formSchema} from '../../../lib/forms/template.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {json, text, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Forms.createFormTemplate',
  summary: 'Create a form template',
  request: 'POST /forms/template',
  parameters: {
    name: text('--name', 'name of the template', {required: true}),
    description: text('--description', 'what its forms are for'),
    account_uuid: uuid('--account', 'account that gets it; that of the user if left out'),
    form: json('--form', 'form.io definition of what people fill in', {schema: formSchema}),
  },
  effect: {changes: 'create a form template'},
  reply: object<FormTemplate>({columns: templateDetails, id: 'uuid'}),
  examples: [
    [
      'One question',
      '--name "Call me back" --form \'{"display": "form", "components": [{"type": "textfield", "key": "phone", "label": "Your number"}]}\'',
    ],
  ],
})
