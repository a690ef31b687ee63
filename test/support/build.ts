import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type TestProject} from 'vitest/node'
import {buildFixtures} from './fixtures.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** For what tests of many files copy; gone when all are done. */
    templates: string
  }
}

/** Tests drive the built program: build it once before them. */
export default async function build(project: TestProject): Promise<() => void> {
  if (process.env['COMMSCTL_TEST_NO_BUILD'] === undefined)
    execFileSync('npm', ['run', '--silent', 'build'], {stdio: 'inherit'})
  await buildFixtures()
  const templates = mkdtempSync(join(tmpdir(), 'commsctl-templates-'))
  project.provide('templates', templates)
  return () => rmSync(templates, {recursive: true, force: true})
}
