import {solution} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {text, texts} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Murano.role.create',
  summary: 'Create a role for users of an application',
  description: 'A role cannot be changed: delete it and create it anew.',
  request: {line: 'POST /solution/{id}/role/', host: 'murano', auth: 'murano'},
  parameters: {
    id: solution(),
    role_id: text('ROLE', 'what it is called'),
    parameter: texts('--parameter', 'something that the role is given for the values of, such as clinic', {
      spread: (names: readonly string[]) => ({parameter: names.map((name) => ({name}))}),
    }),
  },
  effect: {changes: 'create the role'},
  reply: empty('Created.'),
  examples: [['For one clinic at a time', 'nurse --parameter clinic --solution clinic-monitor']],
})
