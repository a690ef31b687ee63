export {listFiles as default} from '../../../lib/murano/file-calls.ts'
