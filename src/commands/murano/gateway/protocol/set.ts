import {gatewayCommand} from '../../../../lib/murano/gateway-command.ts'
import {boolean, text} from '../../../../lib/parameters.ts'

export default gatewayCommand({
  part: 'protocol',
  summary: 'Set the protocol that the devices of a product speak',
  values: {
    name: text('--name', 'the protocol, such as onep or mqtt'),
    devmode: boolean('--devmode', 'let devices in that nobody has enabled'),
  },
  examples: [['While you try things out', '--devmode --product fridge']],
})
