export {listServices as default} from '../../../lib/murano/service-calls.ts'
