import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {shownBy} from '../../../lib/operation/consequences.ts'
import getTemplate from './get.ts'

export default operation({
  operation: 'Forms.deleteFormTemplate',
  summary: 'Delete a form template',
  request: 'DELETE /forms/template/{template_uuid}',
  parameters: {
    template_uuid: uuid('TEMPLATE', 'template to delete'),
  },
  effect: {changes: 'delete the form template', destructive: true},
  consequences: shownBy(getTemplate),
  reply: empty('The form template is deleted.', {pending: true}),
  examples: [['A template that nobody needs', '4d83a6fc-62e3-551a-8493-50d1935a5b6e']],
})
