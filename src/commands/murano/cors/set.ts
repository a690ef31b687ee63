export {putCors as default} from '../../../lib/murano/cors-calls.ts'
