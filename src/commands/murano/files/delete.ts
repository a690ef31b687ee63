export {deleteFile as default} from '../../../lib/murano/file-calls.ts'
