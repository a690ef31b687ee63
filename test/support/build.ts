import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type TestProject} from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** For what tests of many files copy; gone when all are done. */
    templates: string
  }
}

/** Tests drive the built program: build it once before them. */
export default function build(project: TestProject): () => void {
  if (process.env['COMMSCTL_TEST_NO_BUILD'] === undefined)
    execFileSync('npm', ['run', '--silent', 'build'], {stdio: 'inherit'})
  const templates = mkdtempSync(join(tmpdir(), 'commsctl-templates-'))
  project.provide('templates', templates)
  return () => rmSync(templates, {recursive: true, force: true})
}
