import {appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setImmediate} from 'node:timers/promises'
import {expect, onTestFinished, test} from 'vitest'
import {readAttachment} from '../../../src/lib/email/read-attachment.ts'

function temporaryFile(name: string, size: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'commsctl-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const path = join(folder, name)
  writeFileSync(path, '')
  truncateSync(path, size)
  return path
}

test.each([
  ['logo.PNG', 'image/png'],
  ['page.html', 'text/html'],
  ['no-extension', 'application/octet-stream'],
])('a file called %s is %s, and its name is its id', async (name, type) => {
  expect(await readAttachment(temporaryFile(name, 3), '--attach')).toEqual({type, id: name, body: 'AAAA'})
})

test('a file that grows while it is read is refused', async () => {
  const path = temporaryFile('log.txt', 64 * 1024 * 1024)
  let isRead = false
  const reading = readAttachment(path, '--attach').finally(() => (isRead = true))
  reading.catch(() => undefined)
  // It is read in pieces; between them it grows.
  while (!isRead) {
    appendFileSync(path, 'another line\n')
    await setImmediate()
  }
  await expect(reading).rejects.toThrow(`--attach: the file ${path} changed while it was read.`)
})
