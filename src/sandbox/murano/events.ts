import {randomUUID} from 'node:crypto'
import {type JsonValue} from '../../lib/client/wire.ts'
import {type CollectionSpec} from '../collection.ts'
import {type Sandbox} from '../sandbox.ts'
import {handlerFor} from './event-handlers.ts'
import {severities, writeLog} from './logs.ts'
import {solutions} from './records.ts'
import {type ScriptHost, scriptHostOf} from './scripts.ts'

/** Something that a service tells a solution. */
export interface SolutionEvent {
  solution_id: string
  /** The alias of the service, or the id of a product. */
  service: string
  event: string
  argument: JsonValue
}

interface PendingEvent extends SolutionEvent {
  id: string
}

const pendingEvents: CollectionSpec<PendingEvent> = {name: 'murano_pending_events', id: 'id', indexes: []}

/** Scripts can set off events, without end if they like: what is more than that waits for the next look. */
const mostAtOnce = 100

/** Puts an event down, e.g. in the transaction in which it happens. Handlers run with `runHandlers`, which follows each request to Murano. */
export function emit({store}: Sandbox, event: SolutionEvent): void {
  store.collection(pendingEvents).put({...event, id: randomUUID()})
}

/** Tells the solutions' handlers what has happened, in its order: each event once, in whichever process is first. */
export async function runHandlers(sandbox: Sandbox): Promise<void> {
  let host: ScriptHost | undefined
  for (let count = 0; count < mostAtOnce; count++) {
    const event = takeEvent(sandbox)
    if (!event) return
    host ??= await scriptHostOf(sandbox)
    await handle(sandbox, host, event)
  }
}

function takeEvent({store}: Sandbox): PendingEvent | undefined {
  const pending = store.collection(pendingEvents)
  return store.transaction(() => {
    const event = pending.first({})
    if (event) pending.delete(event.id)
    return event
  })
}

async function handle(sandbox: Sandbox, host: ScriptHost, pending: PendingEvent): Promise<void> {
  const {solution_id, service, event, argument} = pending
  const solution = sandbox.store.collection(solutions).get(solution_id)
  if (!solution) return
  const handler = handlerFor(sandbox.store, solution_id, service, event)
  const told = {solution_id, type: 'event', service, event} as const
  const message = handler ? `Event ${service}_${event}` : `Event ${service}_${event}: no handler`
  writeLog(sandbox, {...told, severity: severities.debug, message, data: {argument}})
  if (!handler) return
  try {
    await host.run(solution, handler, argument)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    writeLog(sandbox, {...told, type: 'script', severity: severities.error, message: reason})
  }
}
