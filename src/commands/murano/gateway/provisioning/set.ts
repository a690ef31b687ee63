import {gatewayCommand} from '../../../../lib/murano/gateway-command.ts'
import {boolean, text, texts} from '../../../../lib/parameters.ts'

export default gatewayCommand({
  part: 'provisioning',
  summary: 'Set how the devices of a product are activated',
  values: {
    enabled: boolean('--enabled', 'whether devices can be activated at all'),
    auth_type: text('--auth-type', 'what they prove themselves with, such as token or certificate'),
    generate_identity: boolean('--generate-identity', 'whether the product makes up identities'),
    presenter_identity: boolean('--presenter-identity', 'whether devices bring identities along'),
    'ip_whitelisting.enabled': boolean('--ip-whitelisting', 'whether only certain addresses may activate devices'),
    'ip_whitelisting.allowed': texts('--allow-ip', 'address or network that may (repeat for more)', {
      valueName: 'CIDR',
    }),
  },
  examples: [['From one network only', '--ip-whitelisting --allow-ip 192.0.2.0/24 --product fridge']],
})
