import {list, object} from '../lib/operation/declaration.ts'
import {cellText, type ColumnSpec, each} from '../lib/output/columns.ts'
import {type ClockState} from './clock.ts'
import {type Fault, type FaultKind} from './faults.ts'
import {type Received} from './messaging/inbound.ts'
import {type OutboxMessage} from './outbox.ts'
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
  const {latencyMs, retryAfter, rate = 1} = rest
  return {
    id,
    kind,
    method: method ?? '*',
    path,
    ...(status !== undefined && {status}),
    ...(latencyMs !== undefined && {latency_ms: latencyMs}),
    ...(retryAfter !== undefined && {retry_after: retryAfter}),
    rate,
    ...(times !== undefined && {times}),
    after: after ?? kind === 'truncate',
    seen,
    struck,
  }
}

const outboxColumns = [
  'uuid',
  'datetime',
  'channel',
  'from',
  {path: 'to', format: each(cellText, ', ')},
  'subject',
  {path: 'content.0.body', header: 'TEXT'},
] as const satisfies readonly ColumnSpec<OutboxMessage>[]

export const outboxReply = list<OutboxMessage>({columns: outboxColumns, id: 'uuid', noun: 'messages', paging: 'none'})

export const outboxMessageReply = object<OutboxMessage>({
  columns: [...outboxColumns, 'cc', 'bcc', 'reply_to', 'data', 'attachments', 'secret', 'sent_by'],
  id: 'uuid',
})

export interface InboundView {
  /** The message, and where it arrived. */
  uuid: string
  conversation_uuid: string
  user_uuid: string
  from: string
  to: string
  text: string
  /** What the campaign of the number answered by itself. */
  answer: string | null
}

export const inboundReply = object<InboundView>({
  columns: ['uuid', 'conversation_uuid', 'user_uuid', 'from', 'to', 'text', 'answer'],
  id: 'uuid',
})

export function inboundView({conversation, message, answer}: Received): InboundView {
  return {
    uuid: message.uuid,
    conversation_uuid: conversation.uuid,
    user_uuid: conversation.user_uuid,
    from: message.from,
    to: message.recipients.join(', '),
    text: message.content.map(({body}) => body).join('\n'),
    answer: answer?.content[0]?.body ?? null,
  }
}

export interface StatusView extends Omit<SandboxStatus, 'clock' | 'faults'> {
  clock: ClockView
  faults: FaultView[]
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
    {path: 'faults', format: (faults) => String((faults as unknown[]).length)},
  ],
})

export function statusView({clock, faults, ...rest}: SandboxStatus): StatusView {
  return {...rest, clock: clockView(clock), faults: faults.map(faultView)}
}
