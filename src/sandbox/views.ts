import {list, object} from '../lib/operation/declaration.ts'
import {type ClockState} from './clock.ts'
import {type Fault, type FaultKind} from './faults.ts'
import {type AgendaState, type FailedDeed} from './agenda.ts'
import {type SandboxStatus} from './sandbox.ts'

/** What the `sandbox` commands print: field names as everywhere else in the output. */

export interface ClockView {
  /** ISO 8601. */
  now: string
  /** Ahead of real time. */
  offset_ms: number
  stopped: boolean
}

export const clockReply = object<ClockView>({columns: ['now', 'offset_ms', 'stopped']})

export function clockView({now, offset, stopped}: ClockState): ClockView {
  return {now: new Date(now).toISOString(), offset_ms: offset, stopped}
}

export interface FaultView {
  id: string
  kind: FaultKind
  /** `*`: any. */
  method: string
  path: string
  status?: number
  latency_ms?: number
  retry_after?: number
  per_second?: number
  rate: number
  times?: number
  after: boolean
  seen: number
  struck: number
}

const faultTable = {
  columns: ['id', 'kind', 'method', 'path', 'status', 'latency_ms', 'retry_after', 'rate', 'times', 'after', 'struck'],
  id: 'id',
} as const

export const faultReply = object<FaultView>(faultTable)
export const faultsReply = list<FaultView>({...faultTable, noun: 'faults', paging: 'none'})

export function faultView({id, kind, method, path, status, times, after, seen, struck, ...rest}: Fault): FaultView {
  const {latencyMs, retryAfter, perSecond, rate = 1} = rest
  return {
    id,
    kind,
    method: method ?? '*',
    path,
    ...(status !== undefined && {status}),
    ...(latencyMs !== undefined && {latency_ms: latencyMs}),
    ...(retryAfter !== undefined && {retry_after: retryAfter}),
    ...(perSecond !== undefined && {per_second: perSecond}),
    rate,
    ...(times !== undefined && {times}),
    after: after ?? kind === 'truncate',
    seen,
    struck,
  }
}

export interface StatusView extends Omit<SandboxStatus, 'clock' | 'agenda' | 'faults'> {
  clock: ClockView
  agenda: AgendaView
  faults: FaultView[]
}

export interface AgendaView {
  /** Things that are to happen. */
  waiting: number
  /** ISO 8601; null when nothing is to happen. */
  next_datetime: string | null
  /** What could not be done when it was due. */
  failed: {kind: string; due_datetime: string; error: string}[]
}

export const statusReply = object<StatusView>({
  columns: [
    'file',
    'size',
    'clock.now',
    'clock.stopped',
    'counts.accounts',
    'counts.users',
    {path: 'counts.numbers.total', header: 'NUMBERS'},
    {path: 'counts.numbers.provisioned', header: 'PROVISIONED'},
    'counts.brands',
    'counts.campaigns',
    'agenda.waiting',
    {path: 'agenda.failed', format: (failed) => String((failed as unknown[]).length)},
    {path: 'faults', format: (faults) => String((faults as unknown[]).length)},
  ],
})

export function statusView({clock, agenda, faults, ...rest}: SandboxStatus): StatusView {
  return {...rest, clock: clockView(clock), agenda: agendaView(agenda), faults: faults.map(faultView)}
}

function agendaView({waiting, next, failed}: AgendaState): AgendaView {
  const failedView = ({kind, at, error}: FailedDeed) => ({kind, due_datetime: iso(at), error})
  return {waiting, next_datetime: next === undefined ? null : iso(next), failed: failed.map(failedView)}
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
