import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {root} from './user.ts'

const manifest = {
  name: 'empty',
  version: '1.0.0',
  type: 'module',
  oclif: {bin: 'empty', dirname: 'empty', commands: './commands'},
}

const program = `import {execute} from '@oclif/core'
await execute({dir: import.meta.url})
`

const command = `import {Command} from '@oclif/core'
export default class Hello extends Command {
  static summary = 'Do nothing'
  async run() {}
}
`

const index = {
  version: '1.0.0',
  commands: {
    hello: {
      aliases: [],
      args: {},
      flags: {},
      hiddenAliases: [],
      id: 'hello',
      isESM: true,
      pluginAlias: 'empty',
      pluginName: 'empty',
      pluginType: 'core',
      relativePath: ['commands', 'hello.js'],
      strict: true,
      summary: 'Do nothing',
    },
  },
}

/** Writes what oclif's own start costs: a program of one command that does nothing, with its manifest. Its entry point. */
export function emptyOclifProgram(below: string): string {
  const folder = join(below, 'empty-oclif')
  mkdirSync(join(folder, 'commands'), {recursive: true})
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'oclif.manifest.json'), JSON.stringify(index))
  writeFileSync(join(folder, 'run.js'), program)
  writeFileSync(join(folder, 'commands/hello.js'), command)
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return join(folder, 'run.js')
}
