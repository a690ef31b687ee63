import {type JsonObject} from '../lib/client/wire.ts'
import {type Schema} from '../lib/schema.ts'
import {badRequest} from './refusal.ts'

/** Throws a 400 that names each field of a body that is not as a schema says. */
export async function refuseFaults(body: JsonObject, schema: Schema, message: string): Promise<void> {
  const {faultsOf} = await import('../lib/input/check-schema.ts')
  const faults = faultsOf(body, schema)
  if (faults.length > 0) throw badRequest(message, faults)
}
