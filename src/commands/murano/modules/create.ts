export {createModule as default} from '../../../lib/murano/module-calls.ts'
