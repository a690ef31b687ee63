import {setTimeout as delay} from 'node:timers/promises'
import {type Sandbox} from '../sandbox.ts'
import {instances, type StoredInstance} from './records.ts'

/** How long a request waits for a workflow, in real milliseconds. */
const longestMs = 30_000

const pauseMs = 20

/** The instance when it has ended, or as it stands when it takes too long or the clock stands still. */
export async function finished({store, agenda, clock}: Sandbox, uuid: string): Promise<StoredInstance> {
  const deadline = performance.now() + longestMs
  for (;;) {
    await agenda.run()
    const instance = store.collection(instances).get(uuid)!
    if (instance.result_type !== 'running' || clock.state().stopped || performance.now() > deadline) return instance
    await delay(pauseMs)
  }
}
