import {type JsonValue} from '../../../lib/client/wire.ts'
import {type CollectionSpec} from '../../collection.ts'
import {type MuranoService, serviceError} from './service.ts'

interface StoredValue {
  /** `SOLUTION:KEY`. */
  id: string
  solution_id: string
  key: string
  value: JsonValue
}

const values: CollectionSpec<StoredValue> = {name: 'murano_keystore', id: 'id', indexes: ['solution_id']}

/** Values under keys. */
export const keystore: MuranoService = {
  alias: 'keystore',
  name: 'Keystore',
  operations: {
    list: ({sandbox: {store}, solution: {id: solution_id}}) => ({
      keys: store
        .collection(values)
        .find({where: {solution_id}})
        .map(({key}) => key),
    }),
    get: (call) => {
      const key = keyOf(call.arguments['key'])
      return {value: call.sandbox.store.collection(values).get(`${call.solution.id}:${key}`)?.value ?? null}
    },
    set: (call) => {
      const key = keyOf(call.arguments['key'])
      const {id: solution_id} = call.solution
      const value = call.arguments['value'] ?? null
      call.sandbox.store.collection(values).put({id: `${solution_id}:${key}`, solution_id, key, value})
      return undefined
    },
  },
  schema: () => ({swagger: '2.0', info: {title: 'keystore', version: '1.0'}, paths: {}}),
}

function keyOf(key: JsonValue | undefined): string {
  if (typeof key === 'string' && /^[\w@.-]+$/.test(key)) return key
  throw serviceError(400, {message: 'key must be letters, digits, @, . and -'})
}
