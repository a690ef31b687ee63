import {visible} from '../../output/sanitise.ts'
import {paint} from '../../output/style.ts'
import {type Terminal} from '../../output/terminal.ts'
import {type Forwarding, type ReceivedEvent} from './received-event.ts'

/** A received event for people: when, what, which, and how the program answered. */
export function eventLine(row: ReceivedEvent, {colour}: Pick<Terminal, 'colour'>): string {
  const {received_datetime: received, service, event, uuid, repeated, forward, gap} = row
  const time = new Date(received).toLocaleTimeString('en-GB')
  if (gap !== null) {
    const text = `gap since ${gap.since}: ${gap.reason}`
    return `${time}  ${paint(colour.stdout, 'yellow', visible(text))}\n`
  }
  const name = [service, event].filter((part) => part !== null).join('.')
  const parts = [time, visible(name).padEnd(36), visible(uuid ?? ''), forward && answer(forward, colour.stdout)]
  return `${[...parts, repeated && 'again'].filter(Boolean).join('  ')}\n`
}

function answer({status, duration_ms, error}: Forwarding, colour: boolean): string {
  const text = status === null ? `not passed on: ${error}` : `${status} in ${duration_ms} ms`
  return `→ ${paint(colour, error === null ? 'green' : 'red', text)}`
}
