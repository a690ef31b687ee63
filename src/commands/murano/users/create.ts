import {solution} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {email, secret, text} from '../../../lib/parameters.ts'

/** What is told of a new user. */
interface NewUser {
  /** What the address is confirmed with. */
  code?: string
}

export default operation({
  operation: 'Murano.solutionuser.create',
  summary: 'Create a user of an application',
  request: {line: 'POST /solution/{id}/user/', host: 'murano', auth: 'murano'},
  parameters: {
    id: solution(),
    email: email('EMAIL', 'e-mail address of the user'),
    name: text('--name', 'name of the user', {required: true}),
    password: secret('--password', 'password of the user', {required: true}),
  },
  effect: {changes: 'create the user'},
  reply: object<NewUser>({columns: [], nothing: 'Created.'}),
  examples: [],
})
