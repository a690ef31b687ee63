export {listDevices as default} from '../../../lib/murano/device-calls.ts'
