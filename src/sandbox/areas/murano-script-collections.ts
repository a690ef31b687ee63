import {type Fault, type Given, loadable} from '../loading/loadable.ts'
import {text, time, yesOrNo} from '../loading/schemas.ts'
import {contentIn, contentToDump, forgetOther} from '../loading/stored-bytes.ts'
import {contentTypeOf} from '../media/content-types.ts'
import {endpointMethods, endpoints} from '../murano/endpoints.ts'
import {eventHandlers} from '../murano/event-handlers.ts'
import {bytesOf, checksumOf, type StaticFile, staticFiles} from '../murano/files.ts'
import {namedHexId, newHexId} from '../murano/ids.ts'
import {modules} from '../murano/modules.ts'
import {solutions} from '../murano/records.ts'
import {zeros} from '../stored-bytes.ts'

const times = {created_at: time, updated_at: time}

/** What solutions run, and the files that they serve. */
export const muranoScriptCollections = {
  modules: loadable(modules, {
    fields: {id: text, solution_id: text, name: text, alias: text, script: text, ...times},
    required: ['solution_id', 'name', 'script'],
    complete: ({solution_id, name, ...given}, now) => ({...made(given, now), alias: `${solution_id}_${name}`}),
    refers: {solution_id: solutions},
    unique: [['solution_id', 'name']],
  }),
  event_handlers: loadable(eventHandlers, {
    fields: {
      ...{id: text, solution_id: text, service: text, event: text, name: text, alias: text, script: text},
      ...times,
    },
    required: ['solution_id', 'service', 'event', 'script'],
    complete({solution_id, service, event, ...given}, now) {
      const name = `${service}_${event}`
      return {...made(given, now), name, alias: `${solution_id}_${name}`}
    },
    refers: {solution_id: solutions},
    unique: [['solution_id', 'name']],
  }),
  endpoints: loadable(endpoints, {
    fields: {
      ...{id: text, solution_id: text, method: {enum: endpointMethods}, path: text, content_type: text},
      ...{script: text, use_basic_auth: yesOrNo, ...times},
    },
    required: ['solution_id', 'path', 'script'],
    defaults: {method: 'get', content_type: '', use_basic_auth: false},
    complete: ({method = 'get', ...given}, now) => ({...made(given, now), method}),
    refers: {solution_id: solutions},
    unique: [['solution_id', 'method', 'path']],
    faultsOf: strangePaths,
  }),
  files: loadable(staticFiles, {
    fields: {
      ...{id: text, solution_id: text, path: text, mime_type: text, size: {type: 'integer', minimum: 0}},
      ...{checksum: text, content_id: {type: 'string', pattern: '^[\\w-]+$'}, content: text},
    },
    required: ['solution_id', 'path'],
    inputs: {text: {type: 'string', description: 'the content, in place of content'}},
    complete: (given) => fileOf(given, contentIn(given)),
    refers: {solution_id: solutions},
    faultsOf: strangePaths,
    settle: ({store}, file) => forgetOther(store, bytesOf(file)),
    dumped: (file, store) => ({...file, ...contentToDump(store, bytesOf(file))}),
  }),
}

/** What a script has that nobody gives it. */
function made({id, created_at, updated_at}: {id?: unknown; created_at?: unknown; updated_at?: unknown}, now: number) {
  const [known, created, updated] = [id, created_at, updated_at] as (string | undefined)[]
  const at = created ?? new Date(now).toISOString()
  return {id: known ?? newHexId(), created_at: at, updated_at: updated ?? at}
}

function fileOf(given: Partial<StaticFile> & Given, content: string | undefined): Partial<StaticFile> {
  const {solution_id = '', path = ''} = given
  const id = `${solution_id}:${path}`
  const size = content === undefined ? (given.size ?? 0) : Buffer.from(content, 'base64').length
  const content_id = given.content_id ?? namedHexId(`content of ${id}`)
  const mime_type = given.mime_type ?? contentTypeOf([path === '/' ? '/index.html' : path])
  const known = content === undefined ? given.checksum : undefined
  const checksum = known ?? checksumOf(content === undefined ? zeros(size) : [Buffer.from(content, 'base64')])
  return {id, mime_type, size, checksum, content_id, ...(content !== undefined && {content})}
}

function strangePaths(records: readonly {path?: string}[]): Fault[] {
  return records.flatMap(({path = ''}, index) =>
    path.startsWith('/') ? [] : [{index, field: 'path', message: `is ${path}, and must begin with /.`}],
  )
}
