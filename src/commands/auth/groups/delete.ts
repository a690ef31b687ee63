export {deleteGroup as default} from '../../../lib/auth/group-calls.ts'
