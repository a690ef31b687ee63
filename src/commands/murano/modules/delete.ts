export {deleteModule as default} from '../../../lib/murano/module-calls.ts'
