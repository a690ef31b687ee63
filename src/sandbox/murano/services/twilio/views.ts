import {type JsonObject} from '../../../../lib/client/wire.ts'
import {type TwilioCall, type TwilioMessage} from './records.ts'

const apiVersion = '2010-04-01'

/** How far calls and messages are after so many milliseconds: everybody answers, and hangs up after half a minute. */
const callSteps = [
  [0, 'queued'],
  [1000, 'ringing'],
  [5000, 'in-progress'],
  [35_000, 'completed'],
] as const
const messageSteps = [
  [0, 'queued'],
  [1000, 'sent'],
  [3000, 'delivered'],
] as const

const seconds = (callSteps[3][0] - callSteps[2][0]) / 1000

/** A call as Twilio shows it at a time. */
export function callView(account: string, call: TwilioCall, now: number): JsonObject {
  const {from, to, created_at} = call
  const status = stepAt(callSteps, now - created_at)
  const uri = `${rootOf(account)}/Calls/${call.sid}`
  const isOver = status === 'completed'
  const hasBegun = isOver || status === 'in-progress'
  return {
    ...commonView(call, status, now, isOver ? '-0.01300' : null),
    uri: `${uri}.json`,
    duration: isOver ? seconds : null,
    start_time: hasBegun ? dateText(created_at + callSteps[2][0]) : null,
    end_time: isOver ? dateText(created_at + callSteps[3][0]) : null,
    answered_by: null,
    caller_name: null,
    formatted_from: formatted(from),
    formatted_to: formatted(to),
    forwarded_from: null,
    parent_call_sid: null,
    phone_number_sid: null,
    subresource_uris: {notifications: `${uri}/Notifications.json`, recordings: `${uri}/Recordings.json`},
  }
}

/** A message as Twilio shows it at a time. */
export function messageView(account: string, message: TwilioMessage, now: number): JsonObject {
  const {sid, body, media, created_at, messaging_service_sid} = message
  const status = stepAt(messageSteps, now - created_at)
  const uri = `${rootOf(account)}/Messages/${sid}`
  const segments = segmentsOf(body)
  return {
    ...commonView(message, status, now, status === 'queued' ? null : (-0.0075 * segments).toFixed(5)),
    uri: `${uri}.json`,
    body,
    date_sent: status === 'queued' ? null : dateText(created_at + messageSteps[1][0]),
    num_media: String(media),
    num_segments: String(segments),
    error_code: null,
    error_message: null,
    subresource_uri: `${uri}/Media.json`,
    MessagingServiceSid: messaging_service_sid,
  }
}

/** A page of a list, of which there is one. */
export function pageView(account: string, resource: 'Calls' | 'Messages', items: readonly JsonObject[]): JsonObject {
  const uri = `${rootOf(account)}/${resource}.json?Page=0&PageSize=${pageSize}`
  return {
    [resource.toLowerCase()]: items.slice(0, pageSize),
    page: 0,
    page_size: pageSize,
    uri,
    first_page_uri: uri,
    next_page_uri: null,
    previous_page_uri: null,
  }
}

/** The day of a time in GMT, `YYYY-MM-DD`. */
export function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

/** Twilio gives at most so many, and nothing here asks for another page. */
const pageSize = 1000

function commonView({sid, from, to, created_at}: TwilioCall, status: string, now: number, price: string | null) {
  return {
    ...{sid, from, to, status, price},
    direction: 'outbound-api',
    price_unit: 'USD',
    date_created: dateText(created_at),
    date_updated: dateText(now),
    api_version: apiVersion,
  }
}

function rootOf(account: string): string {
  return `/${apiVersion}/Accounts/${account}`
}

function stepAt<Status extends string>(steps: readonly (readonly [number, Status])[], age: number): Status {
  return steps.findLast(([after]) => after <= age)![1]
}

/** As in e-mails: RFC 2822. */
function dateText(milliseconds: number): string {
  return new Date(milliseconds).toUTCString().replace('GMT', '+0000')
}

/** Numbers of North America as people there write them. */
function formatted(number: string): string {
  return number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3')
}

/** 160 letters of plain text fit into one part, 70 of others; several parts have room for a little less. */
function segmentsOf(text: string): number {
  const [single, several] = /^[\x20-\x7e\r\n]*$/.test(text) ? [160, 153] : [70, 67]
  return text.length <= single ? 1 : Math.ceil(text.length / several)
}
