import {type Environment} from '../client/proxy.ts'
import {type Terminal} from '../output/terminal.ts'
import {ok, type Outcome, warning} from './finding.ts'

/** Tables get hard to read below that. */
const narrow = 60

/** What output looks like here. */
export async function lookAtTerminal(terminal: Terminal, env: Environment): Promise<Outcome> {
  if (!terminal.stdoutIsTty) return ok('Output goes to no terminal: tables are tab-separated, without colour.')
  const charset = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((value) => value) ?? ''
  const isUnicode = process.platform === 'win32' || /utf-?8/i.test(charset)
  const colour = terminal.colour.stdout ? 'with colour' : 'without colour'
  const found = `A terminal, ${terminal.width} columns wide, ${colour}, ${isUnicode ? 'UTF-8' : 'not UTF-8'}.`
  if (!isUnicode) {
    const why = 'Quotation marks, bars and names from elsewhere may look wrong.'
    return warning(found, {why, mend: 'export LC_ALL=C.UTF-8'})
  }
  if (terminal.width < narrow) return warning(found, {why: 'Tables are cut.', mend: 'Widen it, or use -o json.'})
  return ok(found)
}
