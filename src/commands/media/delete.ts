import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Media.deleteMedia',
  summary: 'Delete a file',
  request: 'DELETE /media/media/{file_id}',
  parameters: {
    file_id: uuid('FILE', 'file to delete'),
  },
  effect: {changes: 'delete the file', destructive: true},
  reply: empty('The file is deleted.'),
  examples: [['A greeting that is out of date', '48316f78-241f-5101-9d48-1ef35b4cbb71']],
})
