import {stat} from 'node:fs/promises'
import {basename} from 'node:path'
import {collect} from '../../lib/collect.ts'
import {settleUpload} from '../../lib/media/lost-upload.ts'
import {fileDetails, type MediaFile} from '../../lib/media/media-file.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {variants} from '../../lib/operation/variants.ts'
import {file, text, user} from '../../lib/parameters.ts'
import {listGlobalMedia, listUserMedia} from './list.ts'

const parameters = {
  file_name: text('--name', 'what it is called there; as it is called here if left out', {
    derived: ({file: path}: Readonly<Record<string, unknown>>) =>
      typeof path === 'string' ? basename(path) : undefined,
  }),
  file: file('FILE', 'file to upload'),
}
const reply = object<MediaFile>({columns: fileDetails, id: 'file_id'})

const uploadForUser = operation({
  operation: 'Media.uploadFile',
  summary: 'Upload a file for a user',
  description:
    'The file is sent while it is read, however large it is. An upload whose reply is lost is not sent again: its name and ' +
    'size are looked for in the list of files. --timeout is how long nothing may move.',
  request: {line: 'POST /media/users/{user_uuid}/media', body: 'multipart'},
  parameters: {user_uuid: user(), ...parameters},
  effect: {changes: 'upload a file'},
  reply,
  examples: [['A file of this machine, under another name', '/etc/hosts --name hosts.txt']],
  async settle(caller, {user_uuid, ...values}, begun) {
    return settleUpload(await collect(caller.all(listUserMedia, {user_uuid})), await wanted(values, begun), Date.now())
  },
})

const uploadForAll = operation({
  operation: 'Media.uploadGlobalMediaFile',
  summary: 'Upload it for everybody',
  request: {line: 'POST /media/media', body: 'multipart'},
  parameters,
  effect: {changes: 'upload a file for everybody'},
  reply,
  examples: [['For everybody', '/etc/hosts --name hosts.txt --global']],
  async settle(caller, values, begun) {
    const found = await collect(caller.all(listGlobalMedia, {filter: values.file_name}))
    return settleUpload(found, await wanted(values, begun), Date.now())
  },
})

export default variants(uploadForUser, {'--global': uploadForAll})

async function wanted(
  {file: path, file_name: name = basename(path)}: {file: string; file_name?: string | undefined},
  begun: number,
) {
  return {name, size: (await stat(path)).size, begun}
}
