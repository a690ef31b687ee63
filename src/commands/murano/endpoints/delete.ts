export {deleteEndpoint as default} from '../../../lib/murano/endpoint-calls.ts'
