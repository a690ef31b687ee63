import {type FastifyRequest} from 'fastify'
import {type MediaRecord} from './files.ts'

type Query = Readonly<Record<string, string>>

const searched = ['file_name', 'file_title', 'description'] as const

/** The files that the query leaves, in the order that it asks for; what it does not know of is ignored. */
export function selected(request: FastifyRequest, files: readonly MediaRecord[]): MediaRecord[] {
  const given = Object.entries(request.query as Record<string, string | string[]>)
  const query = Object.fromEntries(given.map(([key, value]) => [key, [value].flat()[0] ?? '']))
  return sorted(
    files.filter((file) => isWanted(file, query)),
    query['sort'],
  )
}

function isWanted(file: MediaRecord, query: Query): boolean {
  const text = query['filter']?.toLowerCase() ?? ''
  // Known clients spell it with a d.
  const category = query['file_category'] ?? query['file_dategory']
  return (
    (file.deleted_datetime === undefined || query['include_deleted'] === 'true') &&
    (category === undefined || file.file_category === category) &&
    searched.some((name) => file[name].toLowerCase().includes(text)) &&
    isBetween(file.created_datetime, query['start_datetime'], query['end_datetime'])
  )
}

/** From the first time on, up to and without the second; what is no time does not count. */
function isBetween(time: string, start: string | undefined, end: string | undefined): boolean {
  const [at, from, to] = [time, start, end].map((text) => Date.parse(text ?? ''))
  return !(at! < from!) && !(at! >= to!)
}

/** By a column; with a minus before it, the largest first. Without, in the order in which they came. */
function sorted(files: readonly MediaRecord[], sort = ''): MediaRecord[] {
  const name = sort.replace(/^-/, '') as keyof MediaRecord
  if (name === ('' as string)) return [...files]
  const [first, second] = sort.startsWith('-') ? [1, -1] : [-1, 1]
  return files.toSorted((a, b) => {
    const [one, other] = [a[name] ?? '', b[name] ?? '']
    if (one === other) return 0
    return one < other ? first : second
  })
}
