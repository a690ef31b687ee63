export {getModule as default} from '../../../lib/murano/module-calls.ts'
