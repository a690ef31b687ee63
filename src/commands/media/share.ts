import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {user, uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Media.shareMedia',
  summary: 'Share a file with a user',
  description: 'The file is in the list of that user from then on.',
  request: 'POST /media/media/{file_id}/share',
  parameters: {
    file_id: uuid('FILE', 'file to share'),
    user_uuid: user(),
  },
  effect: {changes: 'share the file', idempotent: true},
  reply: object<{file_id: string; user_uuid: string}>({columns: ['file_id', 'user_uuid'], id: 'file_id'}),
  examples: [['With a colleague', '48316f78-241f-5101-9d48-1ef35b4cbb71 --user cdb115b0-99b0-5c62-8bcc-f93edb821bb6']],
})
