export {getEnvironment as default} from '../../../lib/murano/environment-calls.ts'
