import {execa} from 'execa'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {root} from '../support/world.ts'

/** What an installation asks of a package; `scripts` may run when it is installed. */
export interface Manifest {
  name?: string
  dependencies?: Record<string, string>
  scripts?: Record<string, string>
}

/** The packed program, installed into an empty folder as a user does it. */
export interface Installed {
  folder: string
  /** Files in the tarball, below `package/`. */
  packed: string[]
  /** Its `node_modules`. */
  modules: string
  /** The program as the installation links it. */
  program: string
}

export async function install(): Promise<Installed> {
  const folder = mkdtempSync(join(tmpdir(), 'commsctl-package-'))
  await execa('npm', ['pack', '--silent', '--pack-destination', folder], {cwd: root})
  const tarball = join(folder, readdirSync(folder)[0]!)
  const {stdout} = await execa('tar', ['-tzf', tarball])
  const home = join(folder, 'home')
  mkdirSync(home)
  writeFileSync(join(home, 'package.json'), '{"private": true}\n')
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--silent']
  await execa('npm', ['install', ...flags, tarball], {cwd: home})
  return {
    folder,
    packed: stdout.split('\n').map((file) => file.replace(/^package\//, '')),
    modules: join(home, 'node_modules'),
    program: join(home, 'node_modules/.bin/commsctl'),
  }
}

/** Every package of a `node_modules`, nested ones too, with its folder. */
export function packagesBelow(folder: string): {folder: string; manifest: Manifest}[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((file) => /^(.*\/node_modules\/)?(@[^/]+\/)?[^@/][^/]*\/package\.json$/.test(file))
    .map((file) => join(folder, file))
    .map((file) => ({folder: join(file, '..'), manifest: JSON.parse(readFileSync(file, 'utf8')) as Manifest}))
}

/** The sizes of all files below the folder, in bytes. */
export function sizeOf(folder: string): number {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  return files.reduce((sum, {parentPath, name}) => sum + statSync(join(parentPath, name)).size, 0)
}
