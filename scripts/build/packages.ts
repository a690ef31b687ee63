import {readFileSync} from 'node:fs'
import {join} from 'node:path'

const root = join(import.meta.dirname, '../..')
const {dependencies} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {dependencies: object}

/** How esbuild treats packages, wherever the program's sources are bundled. */
export const packages = {
  /** What is installed beside the program is loaded from there, all else is bundled. oclif asks for the last two where they are. */
  external: [...Object.keys(dependencies), 'typescript', 'ts-node'],
  /** Of these Node would take the CommonJS, which a bundle cannot take apart; bundlers are meant to take the other. */
  alias: {yaml: join(root, 'node_modules/yaml/browser/index.js')},
}
