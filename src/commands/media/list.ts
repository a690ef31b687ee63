import {fileColumns, type MediaFile} from '../../lib/media/media-file.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {variants} from '../../lib/operation/variants.ts'
import {boolean, date, text, user} from '../../lib/parameters.ts'

const reply = list<MediaFile>({columns: fileColumns, id: 'file_id', noun: 'files'})

export const listUserMedia = operation({
  operation: 'Media.listUserMedia',
  summary: 'List the files of a user, and those shared with them',
  request: 'GET /media/users/{user_uuid}/media',
  parameters: {
    user_uuid: user(),
  },
  reply,
  examples: [
    ['Your files', ''],
    ['Those of somebody else, the largest first', '--user cdb115b0-99b0-5c62-8bcc-f93edb821bb6 --sort-by -file_size'],
  ],
})

export const listGlobalMedia = operation({
  operation: 'Media.getGlobalMedia',
  summary: 'List the files of everybody instead',
  request: 'GET /media/media',
  parameters: {
    start_datetime: date('--start-datetime', 'those of this time and later (UTC)'),
    end_datetime: date('--end-datetime', 'those before this time (UTC)'),
    sort: text('--sort', 'let the service sort by this column'),
    include_deleted: boolean('--include-deleted', 'show those that are deleted, too'),
    file_category: text('--file-category', 'those of one category, such as audio'),
    filter: text('--match', 'those with this text in name, title or description'),
    include_thumbnails: boolean('--include-thumbnails', 'send small pictures of images along'),
  },
  reply,
  examples: [
    ['What was there before February, deleted files included', '--global --end-datetime 2025-02-01 --include-deleted'],
  ],
})

export default variants(listUserMedia, {'--global': listGlobalMedia})
