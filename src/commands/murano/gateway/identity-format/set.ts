import {gatewayCommand} from '../../../../lib/murano/gateway-command.ts'
import {choice, integer, text} from '../../../../lib/parameters.ts'

export default gatewayCommand({
  part: 'identity_format',
  summary: 'Set what the identities of a product’s devices look like',
  values: {
    type: text('--type', 'their form, such as opaque, base10, base16 or uuid'),
    prefix: text('--prefix', 'what they begin with'),
    'options.casing': choice('--casing', 'which letters they have', ['mixed', 'lower', 'upper']),
    'options.length': integer('--length', 'how many characters they have after the prefix; 0 for any number', {min: 0}),
  },
  examples: [['Hexadecimal', '--type base16 --casing lower --length 12 --product fridge']],
})
