import {wholeBody} from '../../../lib/body-parameter.ts'
import {type FormTemplate, templateDetails, templateFields} from '../../../lib/forms/template.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import getTemplate from './get.ts'

export default operation({
  operation: 'Forms.updateFormTemplate',
  summary: 'Change a form template',
  description:
    'Name only what is to change. The platform replaces the whole template, so it is read first, with its definition, and ' +
    'your changes are laid over it. Lists are the exception: components that you give replace all components.',
  request: 'PUT /forms/template/{template_uuid}',
  parameters: {
    template_uuid: uuid('TEMPLATE', 'template to change'),
    body: wholeBody('what to change', {fields: templateFields}),
  },
  effect: {changes: 'change the form template', replaces: true},
  current: (caller, {template_uuid}) => caller.call(getTemplate, {template_uuid, include: 'form_definition'}),
  reply: object<FormTemplate>({columns: templateDetails, id: 'uuid'}),
  examples: [
    ['Another name', 'bfb47b51-901e-5f1a-92a4-1f80b9a8c95e -F name="New patients, 2027"'],
    ['Pages in place of one long form', 'bfb47b51-901e-5f1a-92a4-1f80b9a8c95e -F form.display=wizard'],
  ],
})
