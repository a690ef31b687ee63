export {getServiceSchema as default} from '../../../lib/murano/service-calls.ts'
