import {operation} from '../operation.ts'
import {empty, list, object} from '../operation/declaration.ts'
import {prose, text} from '../parameters.ts'
import {solution} from './parameters.ts'

/** A script that a solution has for an event. */
export interface Handler {
  /** `SERVICE_EVENT`. */
  name: string
  /** `SOLUTION_SERVICE_EVENT`. */
  alias: string
  id?: string
  service?: string
  event?: string
  updated_at?: string
}

/** With the script. */
export interface HandlerScript extends Handler {
  /** In Lua. */
  script: string
}

export const listHandlers = operation({
  operation: 'Murano.eventhandler.list',
  summary: 'List the event handlers of a solution',
  request: {line: 'GET /solution/{id}/eventhandler', host: 'murano', auth: 'murano'},
  parameters: {id: solution()},
  reply: list<Handler>({
    columns: ['name', 'service', 'event', 'updated_at'],
    id: 'name',
    noun: 'handlers',
    paging: {offset: 'offset'},
  }),
  examples: [['All of them', '--solution clinic-monitor']],
})

const alias = text('ALIAS', 'SOLUTION_SERVICE_EVENT')

export const getHandler = operation({
  operation: 'Murano.eventhandler.get',
  summary: 'Show the script that handles an event',
  request: {line: 'GET /solution/{id}/eventhandler/{alias}', host: 'murano', auth: 'murano'},
  parameters: {id: solution(), alias},
  reply: object<HandlerScript>({columns: ['name', 'updated_at', 'script'], id: 'name', alone: 'script'}),
  examples: [],
})

const script = prose('SCRIPT', 'the script')

/** What the platform wants of a script, beside where it goes. */
const content = {
  solution_id: text('--solution-id', 'the solution once more', {required: true}),
  service: text('--service', 'alias of the service', {required: true}),
  event: text('--event', 'name of the event', {required: true}),
  name: text('--name', 'SERVICE_EVENT', {required: true}),
  script,
}

export const putHandler = operation({
  operation: 'Murano.eventhandler.put',
  summary: 'Set the script that handles an event',
  request: {line: 'PUT /solution/{id}/eventhandler/{path}', host: 'murano', auth: 'murano'},
  parameters: {
    ...{id: solution(), path: text('PATH', 'the alias, in the path')},
    alias: text('--alias', 'the alias, in the body', {required: true, in: 'body'}),
    ...content,
  },
  effect: {changes: 'set the handler of'},
  reply: empty('Set.'),
  examples: [],
})

/** For servers whose PUT makes nothing that is not there. */
export const createHandler = operation({
  operation: 'Murano.eventhandler.create',
  summary: 'Create the script that handles an event',
  request: {line: 'POST /solution/{id}/eventhandler/', host: 'murano', auth: 'murano'},
  parameters: {id: solution(), alias: text('--alias', 'the alias', {required: true}), ...content},
  effect: {changes: 'create the handler of'},
  reply: empty('Set.'),
  examples: [],
})

export const deleteHandler = operation({
  operation: 'Murano.eventhandler.delete',
  summary: 'Delete the script that handles an event',
  request: {line: 'DELETE /solution/{id}/eventhandler/{handler}', host: 'murano', auth: 'murano'},
  parameters: {id: solution(), handler: text('HANDLER', 'id of the handler')},
  effect: {changes: 'delete the handler of', destructive: true},
  reply: empty('Deleted.'),
  examples: [],
})
