export {getGateway as default} from '../../../lib/murano/gateway-calls.ts'
