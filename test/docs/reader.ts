import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type TestContext} from 'vitest'
import {startPty} from '../support/pty.ts'
import {matches, type Step} from '../support/session.ts'
import {type World} from '../support/world.ts'

/** Stands before and after each step's output: no program prints it. */
const mark = '\u001e'

const columns = 100

/**
 * Types the steps of a document into one shell, in a terminal, as its reader would: what one line exports or starts, the
 * next ones find. Throws an error with both outputs for each step that does something else than the document says.
 */
export async function typeAll(
  world: World,
  steps: readonly Step[],
  onFinished: TestContext['onTestFinished'],
): Promise<void> {
  const script = join(world.home, 'session.sh')
  writeFileSync(script, steps.map(({command}) => `printf '${mark}'\n${command}\nprintf '${mark}%s' $?\n`).join(''))
  // A dumb terminal has tables, but neither colours nor questions.
  const env = {...world.env, TERM: 'dumb'}
  const {exit, output} = startPty('bash', [script], {env, cwd: world.home, columns, onFinished})
  await exit
  const parts = output().replaceAll('\r\n', '\n').split(mark).slice(1)
  const wrong = steps.flatMap((step, index) => {
    const [printed = '', code = ''] = parts.slice(index * 2)
    return problemOf(step, asShown(printed), code) ?? []
  })
  if (wrong.length > 0) throw new Error(wrong.join('\n\n'))
}

/** Without the lines that were there while something was waited for. */
function asShown(printed: string): string {
  return printed.replaceAll(/[^\n]*\r\u001b\[2K/g, '')
}

function problemOf({line, command, expected, exit}: Step, printed: string, code: string): string | undefined {
  if (code === String(exit) && (expected === undefined || matches(expected, printed))) return undefined
  return [
    `line ${line}: $ ${command}`,
    `--- expected (exit ${exit})`,
    expected ?? '(anything)',
    `--- printed (exit ${code || 'not reached'})`,
    printed,
  ].join('\n')
}
