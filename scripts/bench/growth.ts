import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, symlinkSync} from 'node:fs'
import {join, relative} from 'node:path'
import {commandFiles} from '../../src/lib/catalogue.ts'
import {served} from './served.ts'
import {ratioInTurn, startRatio} from './starts.ts'
import {type Figure, type Section} from './table.ts'
import {bin, home, root, userIn} from './user.ts'

const few = 20

/** Starts of the same commands, in a program that has few commands and in the whole one. */
export const growthSection: Section = {
  name: 'growth',
  measure: async () => {
    const files = commandFiles(join(root, 'src/commands'), '.ts')
    const small = programWith(files.filter((file) => file.includes('/numbers/')).slice(0, few))
    const figures = await served(userIn(join(home, 'growth')), async (env) =>
      [['--version'], ['--help'], ['numbers', 'search', '--help'], ['numbers', 'search']].map((args): Figure => {
        const [least, most] = [small, bin].map((program) => startRatio(process.execPath, [program, ...args], env))
        const growth = ratioInTurn(process.execPath, [bin, ...args], [small, ...args], env)
        return {
          what: `\`${args.join(' ')}\` with ${few} and ${files.length} commands`,
          measured: `${least!.toFixed(2)} × and ${most!.toFixed(2)} × (${growth.toFixed(2)})`,
          budget: '≤ 1.10',
          met: growth <= 1.1,
        }
      }),
    )
    return [{title: 'Starts and the number of commands', figures}]
  },
}

/** Builds a program that has only these commands, and is the same in all else. */
function programWith(files: readonly string[]): string {
  const folder = join(home, 'few-commands')
  mkdirSync(folder)
  const copied = ['package.json', 'bin', 'scripts', 'src', 'tsconfig.json']
  const left = new Set(files.map((file) => relative(root, file)))
  const isDropped = (path: string) => path.startsWith('src/commands/') && path.endsWith('.ts') && !left.has(path)
  for (const name of copied)
    cpSync(join(root, name), join(folder, name), {recursive: true, filter: (path) => !isDropped(relative(root, path))})
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {cwd: folder})
  return join(folder, 'bin/run.js')
}
