import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Line, lineOf, patternFor} from '../support/request-lines.ts'
import {root} from '../support/world.ts'

interface Call {
  request?: {line: string}
  status?: number
}

interface Declared extends Line {
  status: number
}

const calls = JSON.parse(readFileSync(join(root, 'test/contract/calls.json'), 'utf8')) as Call[]

const declared = calls.flatMap(({request, status}): Declared[] =>
  request === undefined || status === undefined ? [] : [{...lineOf(request.line), status}],
)

/** What is said before all is there. */
const meanwhile: readonly Declared[] = [{...lineOf('GET /activity/report'), status: 204}]

/** Throws where a reply says that all went well in another way than the platform does. */
export function mustBeDeclared(request: string, status: number): void {
  if (status < 200 || status >= 300) return
  const pattern = patternFor(declared, lineOf(request))
  if (pattern === undefined) return
  const same = [...declared, ...meanwhile].filter(
    ({method, path}) => method === pattern.method && path === pattern.path,
  )
  if (same.some((one) => one.status === status)) return
  throw new Error(`${request} was answered with ${status}, and the platform says ${pattern.status}.`)
}
