export {listBusinesses as default} from '../../../lib/murano/session-calls.ts'
