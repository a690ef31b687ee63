import {type JsonValue} from '../client/wire.ts'
import {type Console} from '../console.ts'
import {bodyTemplate} from '../input/body-template.ts'
import {parseYaml} from '../input/json-value.ts'
import {type Parameter, type Parameters} from '../parameter.ts'
import {type Schema} from '../schema.ts'
import {type Caller, type Declaration, type Shape} from './declaration.ts'
import {overlay} from './overlay.ts'
import {type BodySource, checkBody} from './values.ts'

/** The parameter that is the whole body, if there is one. */
export function bodyOf(parameters: Parameters): Parameter | undefined {
  return Object.values(parameters).find(({kind}) => kind === 'body')
}

/** What `--template` prints. */
export function emptyTemplate(shape: Shape): string {
  return bodyTemplate(shape.summary, bodyOf(shape.parameters)?.schema ?? {})
}

/** Makes whole bodies of parts: laid over what the service holds where it replaces the whole, and with `--edit`, in an editor. */
export function bodySource(
  shape: Shape & Pick<Declaration, 'current'>,
  {edits, caller, console}: {edits: boolean; caller: Caller; console: Console},
): BodySource {
  return {
    mayBegin: edits,
    whole: async (part, values) => {
      const current = (await shape.current?.(caller, {...values, body: part ?? {}})) as JsonValue | undefined
      const start = current === undefined ? part : part === undefined ? current : overlay(current, part)
      return edits ? edited(shape, start, console) : start!
    },
  }
}

async function edited(shape: Shape, start: JsonValue | undefined, console: Console): Promise<JsonValue> {
  const schema: Schema = bodyOf(shape.parameters)?.schema ?? {}
  const {Draft} = await import('../input/editor.ts')
  const draft = await Draft.begin('body.yaml', console.terminal)
  console.keep(draft)
  return draft.edit(bodyTemplate(shape.summary, schema, start), async (text) => {
    const body = await parseYaml(text, 'What you wrote', {schema})
    await checkBody(body, schema, console.input, start)
    return body
  })
}
