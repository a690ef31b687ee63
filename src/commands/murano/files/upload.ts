export {putFile as default} from '../../../lib/murano/file-calls.ts'
