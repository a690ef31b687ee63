import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {keystore} from '../../../lib/murano/services/keystore.ts'
import {empty} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: keystore,
  operation: 'set',
  arguments: {key: 'KEY', value: 'VALUE'},
  description:
    'A value that is a number, true, false or null as JSON has them is sent as such; in quotes, it is text. “-” reads it from standard input, @FILE from a file.',
  reply: empty('Set.'),
  examples: [
    ['A text', 'greeting hello --solution Sandpit'],
    ['Digits that are text', `pin '"1234"' --solution Sandpit`],
  ],
})
