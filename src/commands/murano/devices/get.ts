export {getDevice as default} from '../../../lib/murano/device-calls.ts'
