export {deleteContent as default} from '../../../lib/murano/content-calls.ts'
