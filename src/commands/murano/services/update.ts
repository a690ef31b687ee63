export {putServiceConfig as default} from '../../../lib/murano/service-config-calls.ts'
