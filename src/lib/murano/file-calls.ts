import {operation} from '../operation.ts'
import {bytes, empty, list} from '../operation/declaration.ts'
import {file} from '../parameters.ts'
import {filePath} from './file-path.ts'
import {listing} from './listing.ts'
import {solution} from './parameters.ts'

// The static files of a solution: also what is compared with those of a folder.

const murano = {host: 'murano', auth: 'murano'} as const

/** A file that a solution serves as it is. */
export interface StaticFile {
  path: string
  /** SHA-1 of the lower-case hexadecimal text of the content, not of the content. */
  checksum: string
  mime_type?: string
  size?: number
}

export const listFiles = operation({
  operation: 'Murano.file.list',
  summary: 'List the static files of a solution',
  request: {line: 'GET /solution/{id}/file', ...murano},
  parameters: {id: solution()},
  reply: list<StaticFile>({
    columns: ['path', 'mime_type', 'size', 'checksum'],
    id: 'path',
    noun: 'files',
    paging: 'none',
  }),
  examples: [['All of them', '--solution clinic-monitor']],
})

const files = listing({
  ...{noun: 'file', command: 'files list', of: ['--solution', 'id']},
  rows: (caller, id) => caller.all(listFiles, {id}),
  name: ({path}) => path,
})

export const getFile = operation({
  operation: 'Murano.file.get',
  summary: 'Fetch a static file',
  request: {line: 'GET /solution/{id}/file/{path}', ...murano},
  parameters: {id: solution(), path: filePath('file to fetch', {listing: files})},
  reply: bytes(),
  examples: [['The first page', '/ --out page.html --solution clinic-monitor']],
})

export const putFile = operation({
  operation: 'Murano.file.put',
  summary: 'Upload a static file, in place of one that is there',
  description: 'The file is sent while it is read, however large it is; its type follows from its name.',
  request: {line: 'PUT /solution/{id}/fileupload/{path}', ...murano, body: 'multipart'},
  parameters: {
    id: solution(),
    file: file('FILE', 'file to upload'),
    path: filePath('path to serve it at'),
  },
  effect: {changes: 'upload'},
  reply: empty('Uploaded.'),
  examples: [['A file of this machine', '/etc/hosts /hosts.txt --solution Sandpit']],
})

export const deleteFile = operation({
  operation: 'Murano.file.delete',
  summary: 'Delete a static file',
  request: {line: 'DELETE /solution/{id}/file/{path}', ...murano},
  parameters: {id: solution(), path: filePath('file to delete', {listing: files})},
  effect: {changes: 'delete the file', destructive: true},
  reply: empty('Deleted.'),
  examples: [['The first page', '/ --solution clinic-monitor']],
})
