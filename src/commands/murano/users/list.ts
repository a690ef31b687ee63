export {listSolutionUsers as default} from '../../../lib/murano/solution-user-calls.ts'
