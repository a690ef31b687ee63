import {wholeBody} from '../body-parameter.ts'
import {CliError, badReply} from '../errors.ts'
import {operation} from '../operation.ts'
import {type Caller, empty, object} from '../operation/declaration.ts'
import {solution} from './parameters.ts'

/** What other sites may ask of a solution’s API. */
export interface Cors {
  /** `true` for all, or a list. */
  origin?: boolean | string | string[]
  methods?: string[]
  headers?: string[]
  credentials?: boolean
}

/** Older servers have it as JSON in text. */
type CorsReply = Cors | {cors: string}

/** As the server has it: `corsOf` makes it one form. */
export const getCors = operation({
  operation: 'Murano.cors.get',
  summary: 'Show what other sites may ask of a solution’s API',
  request: {line: 'GET /solution/{id}/cors', host: 'murano', auth: 'murano'},
  parameters: {id: solution()},
  reply: object<CorsReply>({columns: []}),
  examples: [],
})

export async function corsOf(caller: Caller, id: string | undefined): Promise<Cors> {
  const reply = await caller.call(getCors, {id})
  if (!('cors' in reply)) return reply
  try {
    return JSON.parse(reply.cors) as Cors
  } catch (error) {
    throw error instanceof CliError ? error : badReply('the CORS settings are not JSON')
  }
}

/** Replaces them as a whole. */
export const putCors = operation({
  operation: 'Murano.cors.put',
  summary: 'Change what other sites may ask of a solution’s API',
  description: 'What is given is laid over what is set now; lists are replaced.',
  request: {line: 'PUT /solution/{id}/cors', host: 'murano', auth: 'murano'},
  parameters: {
    id: solution(),
    body: wholeBody('what to change', {
      fields: {
        origin: {
          description: 'true for every site, or the sites',
          anyOf: [{type: 'boolean'}, {type: 'string'}, {type: 'array', items: {type: 'string'}}],
        },
        methods: {type: 'array', items: {type: 'string'}, description: 'methods that they may use'},
        headers: {type: 'array', items: {type: 'string'}, description: 'headers that they may send'},
        credentials: {type: 'boolean', description: 'whether browsers may send cookies along'},
      },
    }),
  },
  effect: {changes: 'change the CORS settings of', replaces: true},
  async current(caller, {id}) {
    return corsOf(caller, id)
  },
  reply: empty('The CORS settings are changed.'),
  examples: [['One site only', '--body \'{"origin": ["https://clinic.example"]}\' --solution clinic-monitor']],
})
