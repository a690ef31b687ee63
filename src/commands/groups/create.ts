export {createGroup as default} from '../../lib/auth/group-calls.ts'
