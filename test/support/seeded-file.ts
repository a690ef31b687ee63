import {copyFileSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll} from 'vitest'
import {openSandbox} from '../../src/sandbox/sandbox.ts'

const folder = mkdtempSync(join(tmpdir(), 'commsctl-seeded-'))
const template = join(folder, 'sandbox.db')
let seeding: Promise<void> | undefined

afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** Puts a freshly seeded sandbox there: seeded once for a file of tests, and copied. */
export async function copySeeded(file: string): Promise<void> {
  await (seeding ??= openSandbox({file: template}).close())
  mkdirSync(dirname(file), {recursive: true})
  copyFileSync(template, file)
}
