export {removeUsers as default} from '../../../lib/auth/group-calls.ts'
