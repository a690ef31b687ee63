import {rmSync} from 'node:fs'
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {expect, test} from 'vitest'
import {pipeToFile} from '../../../src/lib/output/pipe-to-file.ts'
import {temporaryFolder} from '../../sandbox/support.ts'

test('chunks are written as they come, and counted', async () => {
  const path = join(temporaryFolder(), 'rows')
  expect(await pipeToFile(['ä\n', Buffer.from('b\n')], path)).toBe(5)
  expect(await readFile(path, 'utf8')).toBe('ä\nb\n')
})

test('a file whose chunks fail before it is open can be removed', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'rows')
  const broken = new Readable({read: () => undefined})
  broken.destroy(new Error('gone'))
  await expect(pipeToFile(broken, path)).rejects.toThrow('gone')
  rmSync(path, {force: true})
  expect(await readdir(folder)).toEqual([])
})
