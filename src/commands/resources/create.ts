import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {text, uuid} from '../../lib/parameters.ts'
import {type Resource, resourceColumns} from '../../lib/resources/resource.ts'

export default operation({
  operation: 'Resources.createInstance',
  summary: 'Create a resource from a template',
  request: 'POST /resourcecms/instance',
  parameters: {
    template_uuid: uuid('--template', 'template that lays down its columns', {required: true}),
    name: text('--name', 'name of the resource', {required: true}),
    description: text('--description', 'what it is for'),
    type: text('--type', 'what kind of resource it is, to find it by'),
  },
  effect: {changes: 'create a resource'},
  reply: object<Resource>({columns: resourceColumns, id: 'uuid'}),
  examples: [
    [
      'A list of people to call',
      '--template 732a81b5-a22d-5c05-8db3-553c0c488fef --name "Recalls" --type cwa_mass_contact',
    ],
  ],
})
