import {type ClientEvent, type Observer, type Phases} from '../client/events.ts'
import {visible, visibleJson} from './sanitise.ts'
import {paint} from './style.ts'
import {type Terminal} from './terminal.ts'
import {grouped} from './grouped.ts'

type Style = Parameters<typeof paint>[1]
type Line = readonly [style: Style, text: string]

/** Shows requests, replies, times and retries on stderr as they happen. Secrets are masked before they get here. */
export function debugObserver(terminal: Terminal): Observer {
  return (event) => {
    const lines = describe(event).map(([style, text]) => paint(terminal.colour.stderr, style, visible(text)))
    void terminal.err(lines.map((line) => `${line}\n`).join(''))
  }
}

/** The same for programs: a JSON object a line. */
export function jsonDebugObserver(terminal: Terminal): Observer {
  return (event) => {
    const json = JSON.stringify(asRecord(event))
    void terminal.err(`${terminal.stderrIsTty ? visibleJson(json) : json}\n`)
  }
}

/** What `--include` does: the head of each reply below the line of its request. */
export function headObserver(terminal: Terminal): Observer {
  const asked = new Map<string, string>()
  return (event) => {
    if (event.kind === 'request') asked.set(event.id, `${event.method} ${event.url}`)
    if (event.kind !== 'reply') return
    const line: Line = ['bold', asked.get(event.id) ?? '']
    const lines = [
      line,
      [statusStyle(event.status), `HTTP ${event.status}`] as const,
      ...headerLines('', event.headers),
    ]
    void terminal.err(lines.map(([style, text]) => `${paint(terminal.colour.stderr, style, visible(text))}\n`).join(''))
  }
}

function describe(event: ClientEvent): Line[] {
  switch (event.kind) {
    case 'request': {
      const attempt = event.attempt > 1 ? ` (attempt ${event.attempt})` : ''
      const body: Line[] = event.body === undefined ? [] : [['reset', `> ${JSON.stringify(event.body)}`]]
      return [['bold', `> ${event.method} ${event.url}${attempt}`], ...headerLines('> ', event.headers), ...body]
    }
    case 'reply': {
      const status = `< ${event.status} after ${inMs(event.milliseconds)} (${phaseText(event.phases)})`
      return [[statusStyle(event.status), status], ...headerLines('< ', event.headers)]
    }
    case 'body': {
      const end: Line = ['dim', `* ${grouped(event.size)} bytes, after ${inMs(event.milliseconds)} more`]
      if (event.body !== undefined) return [['reset', `< ${JSON.stringify(event.body)}`], end]
      return [['dim', event.size === 0 ? '< (no body)' : '< (not shown)'], end]
    }
    case 'failure':
      return [['red', `* failed after ${inMs(event.milliseconds)}: ${event.reason}`]]
    case 'retry':
      return [['yellow', `* retry in ${inMs(event.delayMs)}: ${event.reason}`]]
  }
}

function headerLines(mark: string, headers: Readonly<Record<string, string>>): Line[] {
  return Object.entries(headers).map(([name, value]) => ['dim', `${mark}${name}: ${value}`])
}

function statusStyle(status: number): Style {
  if (status >= 400) return 'red'
  return status >= 300 ? 'yellow' : 'green'
}

const phaseNames = {
  blocked: 'queued',
  dns: 'DNS',
  connect: 'connect',
  tls: 'TLS',
  send: 'send',
  wait: 'first byte',
} as const satisfies Record<keyof Phases, string>

/** `DNS 3 ms, connect 12 ms, first byte 40 ms`. */
function phaseText(phases: Phases): string {
  return (Object.keys(phaseNames) as (keyof Phases)[])
    .flatMap((phase) => {
      const took = phases[phase]
      // Having waited for nothing is not worth a word.
      return took === undefined || (phase === 'blocked' && took < 1) ? [] : [`${phaseNames[phase]} ${inMs(took)}`]
    })
    .join(', ')
}

function inMs(milliseconds: number): string {
  return `${Math.round(milliseconds)} ms`
}

/** In the terms of what else scripts are given. */
function asRecord(event: ClientEvent): Record<string, unknown> {
  switch (event.kind) {
    case 'request': {
      const {id, trace, at, attempt, method, url, headers, body} = event
      return {
        event: event.kind,
        id,
        trace_id: trace,
        time: new Date(at).toISOString(),
        attempt,
        method,
        url,
        headers,
        body,
      }
    }
    case 'reply': {
      const {id, status, milliseconds, phases, headers} = event
      const rounded = Object.fromEntries(Object.entries(phases).map(([phase, took]) => [phase, round(took as number)]))
      return {event: event.kind, id, status, milliseconds: round(milliseconds), phases: rounded, headers}
    }
    case 'body':
      return {
        event: event.kind,
        id: event.id,
        bytes: event.size,
        milliseconds: round(event.milliseconds),
        body: event.body,
      }
    case 'failure':
      return {event: event.kind, id: event.id, milliseconds: round(event.milliseconds), reason: event.reason}
    case 'retry': {
      const {id, attempt, delayMs, reason} = event
      return {event: event.kind, id, attempt, delay_milliseconds: round(delayMs), reason}
    }
  }
}

/** To a thousandth of a millisecond: what is finer is noise. */
function round(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000
}
