import {loadCommand} from '../catalogue.ts'
import {type Shape} from '../operation/declaration.ts'
import {surfaceOf} from '../surface.ts'
import {columns, paragraph, wrap} from './columns.ts'
import {usageLine} from './usage.ts'

type Row = [name: string, text: string]

/** The help page of one command, drawn to the given width. Examples stay whole: they are there to be copied. */
export async function commandHelp(id: string, file: string, width: number): Promise<string> {
  const {shape} = await loadCommand(file)
  const sections: [title: string, body: string | undefined][] = [
    ['USAGE', paragraph(`$ commsctl ${usageLine(id, shape)}`, width, '  ')],
    ['ARGUMENTS', table(argumentRows(shape), width)],
    ...flagGroups(shape).map(([title, rows]): [string, string | undefined] => [title, table(rows, width)]),
    ['DESCRIPTION', shape.description && paragraph(shape.description, width)],
    ['EXAMPLES', examples(id, shape, width)],
  ]
  const shown = sections.flatMap(([title, body]) => (body ? [`${title}\n${body}`] : []))
  return `${[wrap(shape.summary, width).join('\n'), ...shown].join('\n\n')}\n`
}

function argumentRows(shape: Shape): Row[] {
  const {args} = surfaceOf(shape)
  return Object.entries(args).map(([name, {description}]) => [shape.parameters[name]!.usage, description ?? ''])
}

/** The flags under the titles of their groups: those of the command itself first, those of rows last. */
function flagGroups(shape: Shape): [title: string, rows: Row[]][] {
  const groups = new Map<string, Row[]>()
  for (const [name, flag] of Object.entries(surfaceOf(shape).flags)) {
    const title = flag.helpGroup === undefined ? 'FLAGS' : `${flag.helpGroup} FLAGS`
    const short = flag.char === undefined ? '    ' : `-${flag.char}, `
    const long = flag.type === 'boolean' && flag.allowNo === true ? `--[no-]${name}` : `--${name}`
    const value = flag.type === 'option' ? `=${String(flag.helpValue)}${flag.multiple === true ? '...' : ''}` : ''
    groups.set(title, [...(groups.get(title) ?? []), [`${short}${long}${value}`, flag.description ?? '']])
  }
  return [...groups].sort(([a], [b]) => Number(a === 'BATCH FLAGS') - Number(b === 'BATCH FLAGS'))
}

function table(rows: Row[], width: number): string | undefined {
  return rows.length === 0 ? undefined : columns(rows, width)
}

function examples(id: string, {examples: all}: Shape, width: number): string {
  return all
    .map(([title, line]) => `${paragraph(title, width)}\n\n    $ ${`commsctl ${id} ${line}`.trim()}`)
    .join('\n\n')
}
