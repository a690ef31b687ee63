export {listRoles as default} from '../../../lib/murano/role-calls.ts'
