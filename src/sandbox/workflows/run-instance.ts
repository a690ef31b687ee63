import {type Deed} from '../agenda.ts'
import {invokeLambda} from '../lambdas/invoke.ts'
import {type Sandbox} from '../sandbox.ts'
import {advanced} from './engine.ts'
import {endInstance, runKind} from './instances.ts'
import {instances} from './records.ts'

/** Lets an instance go on until it ends or waits. */
export function runInstance(sandbox: Sandbox): Deed {
  const {store, agenda} = sandbox
  return ({instance: uuid}, at) => {
    const instance = store.collection(instances).get(uuid as string)
    if (instance?.result_type !== 'running') return
    const run = advanced(instance.definition, instance.run, {
      now: at,
      invoke: (name, parameters) => invokeLambda(store, name, parameters),
    })
    const current = store.collection(instances).put({...instance, run})
    if (run.end !== undefined) endInstance(sandbox, current, run.end.type, at)
    else if (run.waiting !== undefined) agenda.add(run.waiting.until, runKind, {instance: instance.uuid})
  }
}
