export {listSolutions as default} from '../../../lib/murano/solution-calls.ts'
