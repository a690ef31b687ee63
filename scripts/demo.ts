/** Runs the session of docs/first-session.md on a sandbox of its own and shows each command with what it prints. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {readSession, type Step} from '../test/support/session.ts'
import {root, World} from '../test/support/world.ts'

const session = 'docs/first-session.md'
const terminalVariables = ['TERM', 'COLORTERM', 'NO_COLOR', 'FORCE_COLOR']
const terminal = Object.fromEntries(terminalVariables.map((name) => [name, process.env[name] ?? '']))

/** Whether the command ended as the session says. */
async function show(world: World, {command, exit, line}: Step): Promise<boolean> {
  process.stdout.write(`\n$ ${command.replaceAll('\n', '\n> ')}\n`)
  const {exitCode} = await world.shell(command, {stdout: 'inherit', stderr: 'inherit'})
  if (exitCode === exit) return true
  process.stderr.write(`\n${session}, line ${line}: exit code ${exitCode} in place of ${exit}.\n`)
  return false
}

const world = new World(Object.fromEntries(Object.entries(terminal).filter(([, value]) => value !== '')))
try {
  for (const step of readSession(readFileSync(join(root, session), 'utf8'))) {
    if (await show(world, step)) continue
    process.exitCode = 1
    break
  }
} finally {
  world.dispose()
}
