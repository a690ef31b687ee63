export {deleteServiceConfig as default} from '../../../lib/murano/service-config-calls.ts'
