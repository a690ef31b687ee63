export {listHandlers as default} from '../../../lib/murano/handler-calls.ts'
