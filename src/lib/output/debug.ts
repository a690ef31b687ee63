import {type ClientEvent, type Observer} from '../client/events.ts'
import {visible} from './sanitise.ts'
import {paint} from './style.ts'
import {type Terminal} from './terminal.ts'

/** Shows requests, replies and retries on stderr as they happen. Secrets are masked before they get here. */
export function debugObserver(terminal: Terminal): Observer {
  return (event) => {
    const lines = describe(event).map((line) => paint(terminal.colour.stderr, 'dim', visible(line)))
    void terminal.err(`${lines.join('\n')}\n`)
  }
}

function describe(event: ClientEvent): string[] {
  switch (event.kind) {
    case 'request': {
      const attempt = event.attempt > 1 ? ` (attempt ${event.attempt})` : ''
      const body = event.body === undefined ? [] : [`> ${JSON.stringify(event.body)}`]
      return [`> ${event.method} ${event.url}${attempt}`, ...headerLines('>', event.headers), ...body]
    }
    case 'reply':
      return [`< ${event.status} after ${Math.round(event.milliseconds)} ms`, ...headerLines('<', event.headers)]
    case 'body':
      return event.body === undefined ? ['< (no body)'] : [`< ${JSON.stringify(event.body)}`]
    case 'retry':
      return [`* retry in ${Math.round(event.delayMs)} ms: ${event.reason}`]
  }
}

function headerLines(mark: string, headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).map(([name, value]) => `${mark} ${name}: ${value}`)
}
