import {type JsonValue} from '../client/wire.ts'
import {type Console} from '../console.ts'

/** Prints whatever a service has answered. */
export async function printAnything(body: JsonValue | undefined, {printer}: Pick<Console, 'printer'>): Promise<void> {
  if (body === undefined) await printer.empty('Done.')
  else if (typeof body === 'string') await printer.text(body)
  else if (Array.isArray(body)) await printer.rows(body, {columns: [], noun: 'rows'})
  else await printer.object(body, {columns: []})
}
