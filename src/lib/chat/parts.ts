import {type JsonObject} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {type InputReader} from '../input/read-value.ts'
import {parameter} from '../parameter.ts'

/** `--part TYPE=CONTENT`, repeated: the parts of a message. */
export const parts = parameter<JsonObject[], '--part', {required: true; valueName: string}>(
  '--part',
  'a part of it: its type, and after = its content, of which - stands for standard input and @FILE for a file (repeat for more)',
  {required: true, valueName: 'TYPE=CONTENT'},
  {kind: 'text', many: true, check: readPart},
)

/** `text/csv` and `s2s-kvp` are types. */
const form = /^([\w.+-]+(?:\/[\w.+-]+)?)=(.*)$/s

async function readPart(typed: string, input: InputReader): Promise<JsonObject> {
  const [, contentType, content] = form.exec(typed) ?? []
  if (contentType === undefined || content === undefined) {
    throw usageError(`--part: “${typed}” is not TYPE=CONTENT.`, {
      hint: 'Write for example --part plain/text=Hello or --part text/csv=@rows.csv.',
    })
  }
  return {contentType, content: await input.value(content, `--part ${contentType}`)}
}
