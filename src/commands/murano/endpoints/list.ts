export {listEndpoints as default} from '../../../lib/murano/endpoint-calls.ts'
