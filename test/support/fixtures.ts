import {build} from 'esbuild'
import {rmSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {packages} from '../../scripts/build/packages.ts'
import {commandFiles, loadCommands} from '../../src/lib/catalogue.ts'

const root = join(import.meta.dirname, '../..')
const fixtures = join(root, 'test/fixtures')
const outdir = join(root, '.cache/test-fixtures')

/** Bundles the program with the commands of the fixtures: hundreds of starts of it straight from source would take minutes. */
export async function buildFixtures(): Promise<void> {
  rmSync(outdir, {recursive: true, force: true})
  const commands = commandFiles(join(fixtures, 'commands'), '.ts')
  await build({
    ...packages,
    entryPoints: [
      {in: join(root, 'src/start.ts'), out: 'start'},
      ...commands.map((file) => ({in: file, out: relative(fixtures, file).replace(/\.ts$/, '')})),
    ],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // What is CommonJS in it asks for Node's own modules.
    banner: {
      js: "import {createRequire as makeRequire} from 'node:module'; const require = makeRequire(import.meta.url);",
    },
  })
  const built = await loadCommands(join(outdir, 'commands'), '.js')
  const summaries = built.map(({id, command}) => [id, command.shape.summary])
  writeFileSync(join(outdir, 'index.json'), JSON.stringify(Object.fromEntries(summaries)))
}
