export {listAccountGroups as default} from '../../../lib/auth/group-calls.ts'
