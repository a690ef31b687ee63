export {deviceTimestamp as default} from '../../../lib/murano/device-calls.ts'
