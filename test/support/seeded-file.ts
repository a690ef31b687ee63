import {copyFileSync, existsSync, mkdirSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {inject} from 'vitest'
import {openSandbox} from '../../src/sandbox/sandbox.ts'

/** Puts a freshly seeded sandbox there, which sells that many numbers: seeded once for the tests of this process, and copied. */
export function copySeeded(file: string, numbers?: number): void {
  const template = join(inject('templates'), `sandbox-${process.pid}-${numbers ?? 'default'}.db`)
  if (!existsSync(template)) openSandbox({file: template, ...(numbers !== undefined && {numbers})}).store.close()
  mkdirSync(dirname(file), {recursive: true})
  copyFileSync(template, file)
}
