export {createEndpoint as default} from '../../../lib/murano/endpoint-calls.ts'
