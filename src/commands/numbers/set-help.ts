import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {phoneNumbers, prose, text} from '../../lib/parameters.ts'

export default operation({
  operation: 'Numbers.provisionNumbersHelp',
  summary: 'Set the automatic reply of numbers to HELP',
  request: 'PUT /sms/provision/numbers/help',
  parameters: {
    numbers: phoneNumbers('NUMBERS...', 'numbers to set it on; - or @FILE reads a list'),
    help_text: prose('--help-text', 'the reply', {required: true}),
    country_format: text('--country-format', 'country whose way of writing numbers the service uses, such as US'),
  },
  effect: {changes: 'set the HELP reply of'},
  each: {parameter: 'numbers', name: 'number', done: 'changed'},
  reply: object<{help_text: string}>({columns: ['help_text']}),
  examples: [['One number', '+19412340001 --help-text "Acme Dental: call +1 941 234 0001. Reply STOP to end."']],
})
