import {fileDetails, type MediaFile} from '../../lib/media/media-file.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {integer, uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Media.getMediaFileUrl',
  summary: 'Show what is known of a file, and a URL to fetch it from',
  description:
    'Whoever has the URL may fetch the file, without signing in, until it expires. To have the file itself: ' +
    'commsctl media download',
  request: {line: 'GET /media/media/{file_uuid}', fixedQuery: {content_url: 'true'}},
  parameters: {
    file_uuid: uuid('FILE', 'file to show'),
    expiry_millis: integer('--expiry-millis', 'how long the URL is good for, in milliseconds', {min: 1}),
  },
  reply: object<MediaFile>({columns: fileDetails, id: 'file_id'}),
  examples: [
    ['A file with its URL', '48316f78-241f-5101-9d48-1ef35b4cbb71'],
    [
      'The URL alone, good for ten minutes',
      '48316f78-241f-5101-9d48-1ef35b4cbb71 --expiry-millis 600000 --jq .content_url',
    ],
  ],
})
