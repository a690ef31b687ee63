export {getEndpoint as default} from '../../../lib/murano/endpoint-calls.ts'
