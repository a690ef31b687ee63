export {findObjects as default} from '../../lib/objects/object-calls.ts'
