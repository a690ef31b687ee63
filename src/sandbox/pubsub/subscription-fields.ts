import {type JsonObject, type JsonValue} from '../../lib/client/wire.ts'
import {isLoopback} from '../../lib/profile/host.ts'
import {type Callback} from '../../lib/pubsub/subscription.ts'
import {type Field, listOf, object} from '../fields.ts'

export type PartialCallback = Partial<Callback & {keep_alive: boolean}>

/** Where events are posted to, or some of it. */
export function callback(): Field<PartialCallback | undefined> {
  return (given) => {
    const whole = object()(given)
    if ('problem' in whole || whole.value === undefined) return whole
    const {url, headers, keep_alive: keepAlive} = whole.value
    const problem =
      (url == null ? undefined : urlProblem(url)) ??
      (headers == null ? undefined : headersProblem(headers)) ??
      (keepAlive == null || typeof keepAlive === 'boolean' ? undefined : 'has a keep_alive that is not true or false')
    if (problem !== undefined) return {problem}
    return {
      value: {
        ...(url != null && {url: url as string}),
        ...(headers != null && {headers: headers as Record<string, string>[]}),
        ...(keepAlive != null && {keep_alive: keepAlive as boolean}),
      },
    }
  }
}

/** A callback with an address. */
export function wholeCallback(): Field<Callback & {keep_alive: boolean}> {
  return (given) => {
    const read = callback()(given)
    if ('problem' in read) return read
    const {url, headers = [], keep_alive = false} = read.value ?? {}
    return url === undefined ? {problem: 'must have a url'} : {value: {url, headers, keep_alive}}
  }
}

/** Names of events by service. */
export function eventsByService(): Field<Record<string, string[]> | undefined> {
  return (given) => {
    const whole = object()(given)
    if ('problem' in whole || whole.value === undefined) return whole as {problem: string} | {value: undefined}
    const wrong = Object.entries(whole.value).find(([, names]) => !isNames(names))
    if (wrong !== undefined) return {problem: `must have a list of names for ${wrong[0]}`}
    return {value: whole.value as Record<string, string[]>}
  }
}

/** Objects that events must match; an empty list is none. */
export function criteria(): Field<JsonObject[] | undefined> {
  return (given) => (Array.isArray(given) && given.length === 0 ? {value: []} : listOf(object())(given))
}

function isNames(names: JsonValue): boolean {
  return Array.isArray(names) && names.every((name) => typeof name === 'string' && name !== '')
}

function urlProblem(url: JsonValue): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url) || !/^https?:\/\//i.test(url)) {
    return 'has a url that is not a web address'
  }
  if (isLoopback(new URL(url).hostname)) return undefined
  return 'has a url of another machine: the sandbox delivers to 127.0.0.1, ::1 and localhost only'
}

/** What HTTP lets stand in the name and in the value of a header. */
const headerName = /^[\w!#$%&'*+.^`|~-]+$/
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/

function headersProblem(headers: JsonValue): string | undefined {
  const isHeader = (header: JsonValue) =>
    typeof header === 'object' &&
    header !== null &&
    Object.entries(header).every(
      ([name, value]) => headerName.test(name) && typeof value === 'string' && headerValue.test(value),
    )
  if (Array.isArray(headers) && headers.every(isHeader)) return undefined
  return 'has headers that are not a list of objects with a name and a value each'
}
