export {getFile as default} from '../../../lib/murano/file-calls.ts'
