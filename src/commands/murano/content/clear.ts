export {clearContent as default} from '../../../lib/murano/content-calls.ts'
