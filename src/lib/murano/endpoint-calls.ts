import {operation} from '../operation.ts'
import {empty, list, object} from '../operation/declaration.ts'
import {choice, text} from '../parameters.ts'
import {type Endpoint, endpointLookup, endpointMethods, routeOf} from './endpoint.ts'
import {listing} from './listing.ts'
import {solution} from './parameters.ts'
import {script} from './script.ts'

// The endpoints of a solution: also what is compared with files.

const murano = {host: 'murano', auth: 'murano'} as const

const columns = ['method', 'path', 'content_type', 'id'] as const

function endpointArgument(summary: string) {
  const endpoints = listing({
    ...{noun: 'endpoint', command: 'endpoints list', of: ['--solution', 'id']},
    rows: (caller, id) => caller.all(listEndpoints, {id}),
    name: routeOf,
  })
  return text('ENDPOINT', `${summary}: its id, or method and path as in 'GET /fridges/{identity}'`, {
    lookup: endpointLookup('id'),
    listing: endpoints,
  })
}

export const listEndpoints = operation({
  operation: 'Murano.endpoint.list',
  summary: 'List the endpoints of a solution’s API',
  request: {line: 'GET /solution/{id}/endpoint', ...murano},
  parameters: {id: solution()},
  reply: list<Endpoint>({columns, id: 'id', noun: 'endpoints', paging: 'none'}),
  examples: [['All of them', '--solution clinic-monitor']],
})

export const getEndpoint = operation({
  operation: 'Murano.endpoint.get',
  summary: 'Show the script of an endpoint',
  description: 'Prints the script alone, unless a format is chosen.',
  request: {line: 'GET /solution/{id}/endpoint/{endpoint}', ...murano},
  parameters: {id: solution(), endpoint: endpointArgument('endpoint to show')},
  reply: object<Endpoint>({columns: [...columns, 'script'], id: 'id', alone: 'script'}),
  examples: [['By method and path', "'GET /fridges/{identity}' --solution clinic-monitor"]],
})

const route = {
  method: choice('METHOD', 'its method', endpointMethods),
  path: text('PATH', 'its path, with parameters in braces'),
  content_type: text('--content-type', 'what requests hold; JSON if left out'),
  script: script(),
}

/** Replaces all of it. */
export const putEndpoint = operation({
  operation: 'Murano.endpoint.put',
  summary: 'Replace an endpoint',
  request: {line: 'PUT /solution/{id}/endpoint/{endpoint}', ...murano},
  parameters: {id: solution(), endpoint: endpointArgument('endpoint to replace'), ...route},
  effect: {changes: 'replace the endpoint'},
  reply: empty('The endpoint is changed.'),
  examples: [],
})

export const createEndpoint = operation({
  operation: 'Murano.endpoint.create',
  summary: 'Create an endpoint',
  request: {line: 'POST /solution/{id}/endpoint', ...murano},
  parameters: {id: solution(), ...route},
  effect: {changes: 'create the endpoint'},
  reply: object<Endpoint>({columns, id: 'id', nothing: 'The endpoint is created.'}),
  examples: [['From the command line', `GET /hello --script 'return "hello"' --solution Sandpit`]],
})

export const deleteEndpoint = operation({
  operation: 'Murano.endpoint.delete',
  summary: 'Delete an endpoint',
  request: {line: 'DELETE /solution/{id}/endpoint/{endpoint}', ...murano},
  parameters: {id: solution(), endpoint: endpointArgument('endpoint to delete')},
  effect: {changes: 'delete the endpoint', destructive: true},
  reply: empty('Deleted.'),
  examples: [['By method and path', "'GET /fridges/{identity}' --solution clinic-monitor"]],
})
