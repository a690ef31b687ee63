export {contentInfo as default} from '../../../lib/murano/content-calls.ts'
