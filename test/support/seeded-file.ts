import {copyFileSync, mkdirSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {inject} from 'vitest'
import {openSandbox} from '../../src/sandbox/sandbox.ts'

const template = join(inject('templates'), `sandbox-${process.pid}.db`)
let seeding: Promise<void> | undefined

/** Puts a freshly seeded sandbox there: seeded once for the tests of this process, and copied. */
export async function copySeeded(file: string): Promise<void> {
  await (seeding ??= openSandbox({file: template}).close())
  mkdirSync(dirname(file), {recursive: true})
  copyFileSync(template, file)
}
