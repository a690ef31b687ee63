import {operation} from '../../operation.ts'
import {bytes, object} from '../../operation/declaration.ts'
import {integer} from '../../parameters.ts'
import {solution} from '../parameters.ts'
import {type LogLine} from './log-line.ts'

const murano = {host: 'murano', auth: 'murano'} as const

interface LogPage {
  items: LogLine[]
  total?: number
}

/** Newest first. */
export const listLogs = operation({
  operation: 'Murano.logs.list',
  summary: 'List the lines of a solution’s log',
  request: {line: 'GET /solution/{id}/logs', ...murano},
  parameters: {
    id: solution(),
    offset: integer('--offset', 'lines to leave out first'),
    limit: integer('--limit', 'lines at most'),
  },
  reply: object<LogPage>({columns: ['items', 'total']}),
  examples: [],
})

/** Objects one behind the other, for as long as somebody listens. */
export const pollLogs = operation({
  operation: 'Murano.logs.poll',
  summary: 'Follow a solution’s log',
  request: {line: 'GET /solution/{id}/logs', ...murano, fixedQuery: {polling: 'true'}},
  parameters: {id: solution()},
  reply: bytes(),
  examples: [],
})

/** The same over a websocket, where the service has one. */
export const streamLogs = {shape: {operation: 'Murano.logs.websocket'}}
