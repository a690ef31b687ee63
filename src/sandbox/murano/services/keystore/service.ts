import {keystore as facts} from '../../../../lib/murano/services/keystore.ts'
import {declaredService} from '../declared-service.ts'
import {errorAndMessage} from '../failure-shapes.ts'
import {refused} from '../failure.ts'
import {type ServiceCall} from '../service.ts'
import {entries} from './entries.ts'
import {runCommand} from './run-command.ts'
import {type Entry, type Scalar, Slot, textOf} from './slot.ts'

/** How many keys a solution may have. */
const quota = 1000

/** Values under keys: Redis, as far as its commands work on one key. */
export const keystore = declaredService(
  facts,
  {
    list: (_given, call) => ({keys: keysOf(call), quota}),
    get: ({key}, call) => ({value: slotOf(call, key).read('string') ?? null}),
    set({key, value}, call) {
      keep(call, key, {content: {type: 'string', value}, expires_at: null})
      return undefined
    },
    delete({key}, call) {
      keep(call, key, undefined)
      return undefined
    },
    clear(_given, {sandbox, solution}) {
      sandbox.store.collection(entries).deleteWhere({solution_id: solution.id})
      return undefined
    },
    command({key, command, args = []}, call) {
      const slot = slotOf(call, key)
      const value = runCommand(slot, command, (args as Scalar[]).map(textOf))
      keep(call, key, slot.entry)
      return {value}
    },
  },
  errorAndMessage,
)

function slotOf({sandbox, solution}: ServiceCall, key: string): Slot {
  return new Slot(sandbox.store.collection(entries).get(`${solution.id}:${key}`), sandbox.clock.now())
}

function keep(call: ServiceCall, key: string, entry: Entry | undefined): void {
  const stored = call.sandbox.store.collection(entries)
  const {id: solution_id} = call.solution
  const id = `${solution_id}:${key}`
  if (!entry) {
    stored.delete(id)
  } else {
    if (!stored.get(id) && keysOf(call).length >= quota)
      throw refused(`There are ${quota} keys already, and may be no more.`)
    stored.put({...entry, id, solution_id, key})
  }
}

function keysOf({sandbox: {store, clock}, solution: {id: solution_id}}: ServiceCall): string[] {
  const now = clock.now()
  return store
    .collection(entries)
    .find({where: {solution_id}})
    .filter((entry) => new Slot(entry, now).isThere)
    .map(({key}) => key)
}
