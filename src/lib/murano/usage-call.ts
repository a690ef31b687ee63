import {operation} from '../operation.ts'
import {object} from '../operation/declaration.ts'
import {solution} from './parameters.ts'

interface Usage {
  /** How many calls a day are allowed. */
  quota?: {daily?: number}
  /** Services count things of their own beside calls. */
  usage?: {calls_daily?: number; calls_monthly?: number; calls_total?: number}
}

/** What a solution uses of one of its services. */
export interface ServiceUsage extends Usage {
  service: string
}

export const getUsage = operation({
  operation: 'Murano.solution.usage',
  summary: 'Show how much a solution uses its services',
  request: {line: 'GET /solution/{id}/usage', host: 'murano', auth: 'murano'},
  parameters: {id: solution()},
  reply: object<Record<string, Usage>>({columns: []}),
  examples: [],
})

export function usageRows(usage: Readonly<Record<string, Usage>>): ServiceUsage[] {
  return Object.entries(usage).map(([service, used]) => ({service, ...used}))
}
