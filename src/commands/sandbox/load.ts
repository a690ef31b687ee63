import {type JsonObject} from '../../lib/client/wire.ts'
import {Command} from '../../lib/command.ts'
import {parseYaml} from '../../lib/input/json-value.ts'
import {outcomes, type Shape} from '../../lib/operation/declaration.ts'
import {printRows} from '../../lib/operation/print-rows.ts'
import {texts} from '../../lib/parameters.ts'
import {type DataFile} from '../../sandbox/loading/data-file.ts'
import {type Loaded} from '../../sandbox/loading/load.ts'
import {withSandbox} from '../../sandbox/with-sandbox.ts'

export default class Load extends Command {
  static override readonly shape = {
    summary: 'Load records of your own into the sandbox',
    description:
      'A file is YAML or JSON: areas, in them collections, in them records, as sandbox dump writes them. What is left out ' +
      'of a record gets a value that will do. All is checked first, and all of it is loaded or nothing. A record takes ' +
      'the place of one with the same id; with replace: true at the top of a file, its collections hold nothing else.',
    parameters: {
      files: texts('FILES...', 'files to load; - is standard input', {in: 'local'}),
    },
    reply: outcomes<Loaded>({columns: ['area', 'collection', 'records'], id: 'collection', noun: 'collections'}),
    effect: {changes: 'load records into the sandbox', idempotent: true},
    examples: [],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {files} = await this.values(Load.shape)
    const {fileSchema} = await import('../../sandbox/loading/data-file.ts')
    const read: DataFile[] = []
    for (const path of files) {
      const name = path === '-' ? 'standard input' : path
      const {input} = this.console
      const text = path === '-' ? await input.standardInput('FILES') : await input.file(path, 'FILES')
      read.push({name, content: (await parseYaml(text, name, {schema: fileSchema})) as JsonObject})
    }
    const {loadFiles} = await import('../../sandbox/loading/load.ts')
    const loaded = await withSandbox(this.console.paths, (sandbox) => loadFiles(sandbox, read))
    await printRows(Load.shape.reply, loaded, this.flags, this.console)
  }
}
