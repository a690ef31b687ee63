export {scopeRole as default} from '../../../../lib/auth/access-calls.ts'
