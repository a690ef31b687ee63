/**
 * Builds dist: esbuild splits the sources into chunks so that a command loads only what it uses, and each chunk is
 * turned into CommonJS, which Node starts faster than ES modules. docs/decisions/0003 has the figures.
 */
import {build, transform, type Plugin} from 'esbuild'
import {cpSync, mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {basename, join, relative} from 'node:path'
import {commandFiles, loadCommands} from '../src/lib/catalogue.ts'
import {commandEntry} from '../src/lib/map/command-entry.ts'
import {toolOf} from '../src/lib/mcp/tool.ts'
import {areaOf} from '../src/lib/map/read-map.ts'
import {thirdPartyNotices} from './build/notices.ts'
import {packages} from './build/packages.ts'
import {packed, packFiles, throughPacks} from './build/packs.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

/** What oclif's base class loads for its own way to run commands, and undici for HTTP/2: ours never reach it. */
const unreached: Plugin = {
  name: 'unreached',
  setup(bundler) {
    bundler.onLoad(
      {filter: /@oclif\/core\/lib\/(config|help|ux)\/(index|util)\.js$|undici\/lib\/dispatcher\/client-h2\.js$/},
      () => ({
        contents: 'module.exports = {}',
      }),
    )
    // Its log, which DEBUG turns on: commands have --debug.
    bundler.onLoad({filter: /@oclif\/core\/lib\/logger\.js$/}, () => ({
      contents: 'exports.makeDebug = () => () => undefined; exports.getLogger = () => ({error: () => undefined})',
    }))
    // It paints the texts of errors, which commands put into their own words.
    bundler.onLoad({filter: /@oclif\/core\/lib\/ux\/theme\.js$/}, () => ({
      contents: 'exports.colorize = (colour, text) => text',
    }))
  },
}

const result = await build({
  entryPoints: ['src/start.ts', 'src/packs.ts', ...commandFiles(join(root, 'src/commands'), '.ts')],
  absWorkingDir: root,
  outdir: 'dist',
  outbase: 'src',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  ...packages,
  plugins: [unreached],
  legalComments: 'none',
  write: false,
  metafile: true,
})
// esbuild's own helpers are imported also where none of them is used.
const [helpers = ''] = Object.entries(result.metafile.outputs).find(([, output]) => output.exports.includes('__toESM'))!
const unusedHelpers = new RegExp(`^import "[./]*/${basename(helpers)}";$`, 'gm')
// Written beside the old one and then put in its place: programs that are running meanwhile find whole files.
const stage = join(root, `node_modules/.commsctl-${process.pid}`)
const packOf = packed(result.metafile)
const packedCode = new Map<string, string>()
for (const {path, text} of result.outputFiles) {
  const {code} = await transform(text.replaceAll(unusedHelpers, ''), {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    keepNames: false,
    supported: {'dynamic-import': false},
    define: {'import.meta.dirname': '__dirname'},
  })
  const name = relative(root, path)
  const finished = throughPacks(code, name, packOf)
  if (packOf.has(name)) {
    packedCode.set(name, finished)
    continue
  }
  const file = join(stage, relative(dist, path))
  mkdirSync(join(file, '..'), {recursive: true})
  writeFileSync(file, finished)
}
cpSync(join(root, 'src/sandbox/page-server/page'), join(stage, 'page'), {recursive: true})
for (const [file, text] of packFiles(packedCode, packOf)) writeFileSync(join(stage, file), text)
writeFileSync(join(stage, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, result.metafile))
writeFileSync(join(stage, 'package.json'), '{"type": "commonjs"}\n')
const commands = await loadCommands(join(root, 'src/commands'), '.ts')
writeFileSync(
  join(stage, 'index.json'),
  JSON.stringify(Object.fromEntries(commands.map(({id, command}) => [id, command.shape.summary]))),
)
writeAreas(
  'map',
  commands.map(({id, command}) => commandEntry(id, command)),
)
writeAreas(
  'tools',
  commands.flatMap(({id, command}) => toolOf(id, command) ?? []),
)
rmSync(dist, {recursive: true, force: true})
renameSync(stage, dist)
process.stdout.write(`built ${result.outputFiles.length} files into ${relative(root, dist)}\n`)

/** What is known of each command, a file for each area. */
function writeAreas(folder: string, entries: readonly {command: string}[]): void {
  mkdirSync(join(stage, folder))
  for (const area of new Set(entries.map(({command}) => areaOf(command)))) {
    const own = entries.filter(({command}) => areaOf(command) === area)
    writeFileSync(join(stage, folder, `${area}.json`), JSON.stringify(own))
  }
}
