import {type CommandClass} from '../command.ts'
import {surfaceOf} from '../surface.ts'

/** What a command does besides answering, in the words of the documents. */
export type Nature = 'changes' | 'billable' | 'destructive' | 'disruptive' | 'idempotent' | 'asynchronous' | 'offline'

export function natureOf({shape}: CommandClass): Nature[] {
  const {effect, online} = shape
  const method = 'request' in shape ? (shape.request as {line: string}).line.split(' ')[0] : undefined
  const isIdempotent = effect === undefined || (effect.idempotent ?? (method === 'PUT' || method === 'DELETE'))
  return [
    ...(effect === undefined ? [] : ['changes' as const]),
    ...(effect?.billable ? ['billable' as const] : []),
    ...(effect?.destructive ? ['destructive' as const] : []),
    ...(effect?.disruptive ? ['disruptive' as const] : []),
    ...(isIdempotent ? ['idempotent' as const] : []),
    ...('wait' in surfaceOf(shape).flags ? ['asynchronous' as const] : []),
    ...(online === false ? ['offline' as const] : []),
  ]
}
