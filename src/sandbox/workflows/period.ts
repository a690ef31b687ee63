import {type FastifyRequest} from 'fastify'

/** Whether a time, in milliseconds, is within `start_datetime` and `end_datetime` of the query; what is no date bounds nothing. */
export function isWithin(request: FastifyRequest, time: number): boolean {
  const {start_datetime: from, end_datetime: to} = request.query as Readonly<Record<string, unknown>>
  return !(time < millisecondsOf(from)) && !(time > millisecondsOf(to))
}

function millisecondsOf(given: unknown): number {
  return typeof given === 'string' ? Date.parse(given) : Number.NaN
}
