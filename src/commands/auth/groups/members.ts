export {listMembers as default} from '../../../lib/auth/group-calls.ts'
