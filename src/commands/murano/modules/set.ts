export {putModule as default} from '../../../lib/murano/module-calls.ts'
