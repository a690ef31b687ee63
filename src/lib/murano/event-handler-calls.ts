import {operation} from '../operation.ts'
import {empty, list, object} from '../operation/declaration.ts'
import {text} from '../parameters.ts'
import {listing} from './listing.ts'
import {solution} from './parameters.ts'
import {script, type Script} from './script.ts'
import {scriptAlias, scriptNames} from './script-alias.ts'

// The event handlers of a solution: also what is compared with files.

const murano = {host: 'murano', auth: 'murano'} as const

/** A script for an event of a service. */
export interface EventHandler extends Script {
  /** The alias of the service, or the id of a linked product. */
  service: string
  event: string
}

function handlerName(summary: string) {
  const handlers = listing({
    ...{noun: 'event handler', command: 'handlers list', of: ['--solution', 'id']},
    rows: (caller, id) => caller.all(listEventHandlers, {id}),
    name: ({name}) => name,
  })
  return text('HANDLER', `${summary}, as SERVICE_EVENT`, {lookup: scriptAlias('id'), listing: handlers})
}

const columns = ['name', 'service', 'event', 'updated_at', 'id'] as const

export const listEventHandlers = operation({
  operation: 'Murano.eventhandler.list',
  summary: 'List the event handlers of a solution',
  request: {line: 'GET /solution/{id}/eventhandler', ...murano},
  parameters: {id: solution()},
  reply: list<EventHandler>({columns, id: 'name', noun: 'event handlers', paging: {offset: 'offset'}}),
  examples: [['All handlers', '--solution clinic-monitor']],
})

export const getEventHandler = operation({
  operation: 'Murano.eventhandler.get',
  summary: 'Show the script that handles an event',
  request: {line: 'GET /solution/{id}/eventhandler/{alias}', ...murano},
  parameters: {id: solution(), alias: handlerName('handler to show')},
  reply: object<EventHandler & {script: string}>({columns: [...columns, 'script'], id: 'name', alone: 'script'}),
  examples: [],
})

const service = text('SERVICE', 'alias of the service, or id of a linked product')
const event = text('EVENT', 'what it sends, such as timer or event')

/** Answers with the handler where it is new, else with nothing. */
export const putEventHandler = operation({
  operation: 'Murano.eventhandler.put',
  summary: 'Create the handler of an event, or replace its script',
  request: {line: 'PUT /solution/{id}/eventhandler/{alias}', ...murano},
  parameters: {
    id: solution(),
    service,
    event,
    alias: text('--alias', 'the handler, as SERVICE_EVENT', {
      required: true,
      derived: (values: Readonly<Record<string, unknown>>) => `${String(values['service'])}_${String(values['event'])}`,
      lookup: scriptAlias('id'),
    }),
    script: script(),
  },
  derived: ({id, alias}) => scriptNames(id, alias),
  effect: {changes: 'set the handler of'},
  reply: empty('The handler is set.'),
  examples: [],
})

export const createEventHandler = operation({
  operation: 'Murano.eventhandler.create',
  summary: 'Create the handler of an event, where there is none',
  request: {line: 'POST /solution/{id}/eventhandler/', ...murano},
  parameters: {id: solution(), service, event, script: script()},
  derived: ({id, service, event}) => ({
    solution_id: id,
    name: `${service}_${event}`,
    alias: `${id}_${service}_${event}`,
  }),
  effect: {changes: 'create the handler of'},
  reply: object<EventHandler>({columns, id: 'name', nothing: 'The handler is created.'}),
  examples: [],
})

export const deleteEventHandler = operation({
  operation: 'Murano.eventhandler.delete',
  summary: 'Delete an event handler',
  request: {line: 'DELETE /solution/{id}/eventhandler/{alias}', ...murano},
  parameters: {id: solution(), alias: handlerName('handler to delete')},
  effect: {changes: 'delete the handler', destructive: true},
  reply: empty('Deleted.'),
  examples: [],
})
