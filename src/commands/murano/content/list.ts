export {listContent as default} from '../../../lib/murano/content-calls.ts'
