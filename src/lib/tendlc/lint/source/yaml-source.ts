import type * as Yaml from 'yaml'
import {type JsonValue} from '../../../client/wire.ts'
import {parseJson, parseYamlDocument, valueOf} from '../../../input/json-value.ts'
import {switchesIn} from '../switches.ts'
import {type FilingSource, type Located, type Mend} from './filing-source.ts'
import {filingFrom, stepsOf} from './parts.ts'
import {Places} from './place.ts'

interface Edit {
  start: number
  end: number
  text: string
}

/** Where a value stands, or, where it is missing, the name of what it is missing in. */
interface Found {
  node: Yaml.Node | undefined
  /** The whole of it, or the name that it is missing below. */
  range: readonly [start: number, end: number]
  nameStart: number
  /** The deepest map on the way, for what is to be added. */
  map: Yaml.YAMLMap | undefined
  isMissing: boolean
}

/** A filing in YAML or JSON, of which the places are those of YAML, too. */
export async function yamlSource(text: string, file: string, {json}: {json: boolean}): Promise<FilingSource> {
  if (json) parseJson(text, file)
  const document = await parseYamlDocument(text, file, {numbersAsText: true})
  const {isMap, isSeq} = await import('yaml')
  const filing = filingFrom(valueOf(document), file)
  let places: Places | undefined
  const placed = () => (places ??= new Places(text))

  const find = (path: string): Found => {
    let found: Found = {
      node: document.contents ?? undefined,
      range: [0, 0],
      nameStart: 0,
      map: undefined,
      isMissing: false,
    }
    for (const step of stepsOf(path)) {
      if (isMap(found.node)) {
        const map: Yaml.YAMLMap = found.node
        const pair = map.items.find(({key}) => (key as Yaml.Scalar).value === step)
        if (pair === undefined) return {...found, node: undefined, map, isMissing: true}
        const key = rangeOf(pair.key as Yaml.Node)
        const node = (pair.value ?? undefined) as Yaml.Node | undefined
        found = {
          node,
          range: isMap(node) || isSeq(node) ? key : rangeOf(node),
          nameStart: key[0],
          map,
          isMissing: false,
        }
      } else if (isSeq(found.node)) {
        const node = found.node.items[Number(step)] as Yaml.Node | undefined
        if (node === undefined) return {...found, isMissing: true}
        const range = rangeOf(node)
        found = {...found, node, range, nameStart: range[0]}
      } else return {...found, isMissing: true}
    }
    return found
  }
  const findField = (partPath: string, field: string): Found => {
    const found = find(`${partPath}.${field}`)
    const sample = /^sample_messages(?:\[(\d+)\])?$/.exec(field)
    return found.isMissing && sample !== null ? find(`${partPath}.sample_msg${Number(sample[1] ?? 0) + 1}`) : found
  }

  return {
    file,
    filings: [filing],
    switches: json ? [] : switchesIn(text),
    locate(_, part, field, span): Located {
      const {range, nameStart} = findField(part.path, field)
      return {...placed().of(range[0], range[1], span), nameLine: placed().lineOf(nameStart)}
    },
    mended(_, mends) {
      const edits = mends.map((mend) => editFor(mend, findField(mend.part.path, mend.field), text))
      return applied(text, edits)
    },
  }
}

function rangeOf(node: Yaml.Node | undefined): [number, number] {
  return node?.range == null ? [0, 0] : [node.range[0], node.range[1]]
}

function editFor({field, value}: Mend, {node, range, map, isMissing}: Found, text: string): Edit {
  if (!isMissing && node !== undefined) {
    const length = text.slice(range[0], range[1]).trimEnd().length
    return {start: range[0], end: range[0] + length, text: isPlain(node, value) ? value : JSON.stringify(value)}
  }
  const first = rangeOf(map?.items[0]?.key as Yaml.Node | undefined)[0]
  const last = map?.items.at(-1)
  const end = rangeOf((last?.value ?? last?.key) as Yaml.Node | undefined)[1]
  const at = text.slice(0, end).trimEnd().length
  const indent = text.slice(text.lastIndexOf('\n', first - 1) + 1, first)
  const isBlock = map?.flow !== true
  const between = isBlock ? `\n${indent.replace(/\S/g, ' ')}` : /^\s*$/.test(indent) ? `,\n${indent}` : ', '
  const name = isBlock ? field : JSON.stringify(field)
  return {start: at, end: at, text: `${between}${name}: ${JSON.stringify(value)}`}
}

/** Whether a text may stand without quotes where one did: JSON's way of writing is YAML, too, but not always what people write. */
function isPlain(node: Yaml.Node, value: JsonValue): value is string {
  return (
    (node as Yaml.Scalar).type === 'PLAIN' &&
    typeof value === 'string' &&
    /^[A-Z][A-Z_]*[A-Z]$/.test(value) &&
    !wordsOfYaml.has(value)
  )
}

/** What YAML takes for something else than text, in one of its versions. */
const wordsOfYaml = new Set(['NO', 'YES', 'ON', 'OFF', 'TRUE', 'FALSE', 'NULL'])

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, {start, end, text: put}) => result.slice(0, start) + put + result.slice(end), text)
}
