import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {phoneNumbers, text} from '../../lib/parameters.ts'

export default operation({
  operation: 'Numbers.provisionNumbersReference',
  summary: 'Set your own reference id on numbers',
  request: 'PUT /sms/provision/numbers/reference',
  parameters: {
    numbers: phoneNumbers('NUMBERS...', 'numbers to set it on; - or @FILE reads a list'),
    reference_id: text('--reference-id', 'id of your own', {required: true}),
    reference_text: text('--reference-text', 'a note beside it'),
    country_format: text('--country-format', 'country whose way of writing numbers the service uses, such as US'),
  },
  effect: {changes: 'set the reference id of'},
  each: {parameter: 'numbers', name: 'number', done: 'changed'},
  reply: object<{reference_id: string}>({columns: ['reference_id']}),
  examples: [['One number', '+19412340001 --reference-id front-desk']],
})
