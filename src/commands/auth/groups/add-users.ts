export {addUsers as default} from '../../../lib/auth/group-calls.ts'
