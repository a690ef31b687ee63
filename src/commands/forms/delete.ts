import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {shownBy} from '../../lib/operation/consequences.ts'
import {uuid} from '../../lib/parameters.ts'
import getForm from './get.ts'

export default operation({
  operation: 'Forms.deleteFormInstance',
  summary: 'Delete a form',
  request: 'DELETE /forms/forms/{form_uuid}',
  parameters: {
    form_uuid: uuid('FORM', 'form to delete'),
  },
  effect: {changes: 'delete the form', destructive: true},
  consequences: (caller, {form_uuid}) => shownBy(getForm)(caller, {form_instance_uuid: form_uuid}),
  reply: empty('The form is deleted.', {pending: true}),
  examples: [['A form that is over', '62df7bf4-5f1c-51a9-a1ba-983b190edc3b']],
})
