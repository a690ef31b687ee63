import {join} from 'node:path'
import {systemTerminal} from '../output/terminal.ts'
import {type Program} from '../program.ts'
import {type Source} from './value-cache.ts'

/** What the scripts of `commsctl completion` ask for, and what refreshes values behind them. No commands for people. */
export async function answerShell(program: Program, [asked, ...rest]: readonly string[]): Promise<void> {
  if (asked === '__refresh') {
    const {refresh} = await import('./value-cache.ts')
    const [file = '', source = ''] = rest
    return refresh(file, JSON.parse(source) as Source, join(program.root, 'bin/run.js'))
  }
  const {complete} = await import('./complete.ts')
  await systemTerminal().out(await complete(program, rest))
}
