import {type JsonValue} from '../client/wire.ts'
import {checkDuration, checkInteger} from '../input/checks.ts'
import {boolean, duration, text} from '../parameters.ts'
import {solutionLookup} from './named.ts'

/** A permission as people write it, `GET/fridges/{identity}`: the service wants it percent-encoded. One that is so already stays. */
export const permission = text('PERMISSION', 'the permission: METHOD/PATH, such as GET/fridges/{identity}', {
  lookup: {
    make: (given: string) =>
      /%2f/i.test(given) ? given : encodeURIComponent(given.replace(/^([A-Za-z]+) +\//, '$1/')),
  },
})

/** Milliseconds, or a time such as `90s`. */
export function milliseconds(summary: string, {required}: {required: boolean}) {
  const usage = '--duration'
  const whole = duration(usage, `${summary}: milliseconds, or such as 90s or 1h`, {required})
  return {
    ...whole,
    check: (typed: string) =>
      /^\d+$/.test(typed) ? checkInteger(typed, usage, {min: 1}) : checkDuration(typed, usage, 'ms'),
  }
}

/** A product by its name or id. */
export const pid = text('PRODUCT', 'product, by name or id', {lookup: solutionLookup('product')})

/** A switch to people; the service wants the text `true`. */
export const record = boolean('--record', 'record the call', {
  spread: (value: boolean): Record<string, JsonValue> => (value ? {Record: 'true'} : {}),
})
