import {type JsonValue} from '../client/wire.ts'
import {operation} from '../operation.ts'
import {empty, object} from '../operation/declaration.ts'
import {json} from '../parameters.ts'
import {solution} from './parameters.ts'

/** Values by name, which scripts read. */
export type Environment = Record<string, string>

export const getEnvironment = operation({
  operation: 'Murano.solution.env.get',
  summary: 'Show the environment variables of a solution',
  request: {line: 'GET /solution/{id}/env', host: 'murano', auth: 'murano'},
  parameters: {id: solution()},
  reply: object<Environment>({columns: []}),
  examples: [['All of them', '--solution clinic-monitor']],
})

/** Replaces all of them. */
export const setEnvironment = operation({
  operation: 'Murano.solution.env.set',
  summary: 'Replace the environment variables of a solution',
  request: {line: 'POST /solution/{id}/env', host: 'murano', auth: 'murano', fixedBody: {}},
  parameters: {
    id: solution(),
    variables: json('--variables', 'the variables, by name', {
      required: true,
      spread: (value: JsonValue) => value as Environment,
    }),
  },
  effect: {changes: 'set the environment of', idempotent: true},
  reply: empty('The environment is set.'),
  examples: [],
})
