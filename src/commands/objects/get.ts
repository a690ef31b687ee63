export {getObject as default} from '../../lib/objects/object-calls.ts'
