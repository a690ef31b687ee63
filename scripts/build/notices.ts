import {type Metafile} from 'esbuild'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

interface Package {
  name: string
  version: string
  license?: string
}

/**
 * The licences of the packages whose code is in what was built, as they ask for.
 * @throws {Error} A package without a licence file and without the name of one.
 */
export function thirdPartyNotices(root: string, {outputs}: Metafile): string {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([path, {bytesInOutput}]) => (bytesInOutput > 0 ? [path] : [])),
  )
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []))
  const notices = new Set([...folders].toSorted().map((folder) => notice(join(root, folder))))
  return `commsctl contains code of these packages.\n\n${[...notices].join('\n')}`
}

function notice(folder: string): string {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry))
  if (file === undefined && license === undefined) throw new Error(`${name} does not say under which licence it is.`)
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8')
  return `${'-'.repeat(80)}\n${name} ${version}: ${license ?? 'see below'}\n\n${text.trim()}\n`
}
