export {listModules as default} from '../../../lib/murano/module-calls.ts'
