export {listGroupAccess as default} from '../../../lib/auth/access-calls.ts'
