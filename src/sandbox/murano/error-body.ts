import {type JsonObject} from '../../lib/client/wire.ts'
import {type Refusal} from '../refusal.ts'

/** How the management API of Murano says that something is wrong. */
export function muranoError({status, message, details}: Refusal): JsonObject {
  if (details.length === 0) return {statusCode: status, message}
  const errors = details.map((detail) => (typeof detail === 'string' ? detail : {...detail}))
  return {statusCode: status, message: 'Validation errors', errors}
}
