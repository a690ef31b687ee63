import {existsSync, mkdirSync, readFileSync, realpathSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {served} from '../../scripts/bench/served.ts'
import {userIn} from '../../scripts/bench/user.ts'
import {writeFiling} from '../../scripts/starts/filing.ts'
import {kinds} from '../../scripts/starts/kinds.ts'
import {loadedBy, moved, type Snapshot} from '../../scripts/starts/loaded.ts'
import {readSession, runStep} from '../support/session.ts'
import {root, World} from '../support/world.ts'
import {install, type Installed, type Manifest, packagesBelow, sizeOf} from './installed.ts'

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest & {version: string}
const megabyte = 1_000_000

let installed: Installed
let world: World
beforeAll(async () => {
  installed = await install()
  world = new World({}, installed.program)
})
afterAll(() => {
  rmSync(installed.folder, {recursive: true, force: true})
  world.dispose()
})

test('the tarball holds the built program and what goes with it, and nothing else', () => {
  const needed = /^(bin\/(run\.js|package\.json)|dist\/.+|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/
  expect(installed.packed.filter((file) => !needed.test(file))).toEqual([])
  expect(installed.packed).toEqual(
    expect.arrayContaining(['bin/run.js', 'dist/start.js', 'dist/THIRD-PARTY-NOTICES.txt', 'README.md', 'LICENSE']),
  )
})

test('no package of the tree wants to run anything when it is installed', () => {
  const wishes = ['preinstall', 'install', 'postinstall']
  const packages = packagesBelow(installed.modules)
  const wishful = packages.filter(
    ({folder, manifest: {scripts = {}}}) =>
      wishes.some((name) => scripts[name] !== undefined) || existsSync(join(folder, 'binding.gyp')),
  )
  expect(packages.length).toBeGreaterThan(20)
  expect(wishful.map(({manifest: {name}}) => name)).toEqual([])
})

test('there are at most 25 direct dependencies', () => {
  expect(Object.keys(manifest.dependencies ?? {}).length).toBeLessThanOrEqual(25)
})

test('the installation takes at most 80 MB', () => {
  const size = sizeOf(installed.modules) / megabyte
  process.stdout.write(`installed: ${size.toFixed(1)} MB in ${packagesBelow(installed.modules).length} packages\n`)
  expect(size).toBeLessThanOrEqual(80)
})

test('the installed program tells its version and shows its help', async () => {
  expect(await world.run(['--version'])).toMatchObject({exitCode: 0, stdout: `commsctl ${manifest.version}`})
  const help = await world.run(['--help'])
  expect(help).toMatchObject({exitCode: 0, stderr: ''})
  expect(help.stdout).toContain('commsctl AREA --help')
})

test('the installed program does the whole job on the sandbox', async () => {
  const steps = readSession(readFileSync(join(root, 'docs/first-session.md'), 'utf8'))
  // What is printed is held to the document elsewhere: here each command must end as it says.
  for (const step of steps) await runStep(world, {...step, expected: undefined})
})

test('each kind of command loads what the snapshot says; npm run snapshot writes it anew', async () => {
  const snapshot = JSON.parse(readFileSync(join(root, 'start-snapshot.json'), 'utf8')) as Snapshot
  const user = join(installed.folder, 'user')
  mkdirSync(user)
  const program = realpathSync(installed.program)
  const now = await served(userIn(user), async (env) => loadedBy(program, kinds(writeFiling(user)), env))
  const others = moved(now, snapshot)
  const here = Object.fromEntries(others.map((what) => [what, now[what]]))
  expect(here).toEqual(Object.fromEntries(others.map((what) => [what, snapshot[what]])))
  expect(now['`--version`']?.bytes).toBeLessThan(10_000)
})
