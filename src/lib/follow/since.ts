import {checkDate, checkDuration} from '../input/checks.ts'
import {parameter} from '../parameter.ts'

/** `--since`, in milliseconds since 1970: where what is followed begins. */
export function since(noun: string) {
  return parameter<number, '--since', {in: 'local'; valueName: string}>(
    '--since',
    `${noun} since then: a time such as 2026-03-31T08:00:00Z, or how long ago, such as 10m`,
    {in: 'local', valueName: 'TIME'},
    {
      kind: 'text',
      check: (typed) =>
        /^\d{4}-/.test(typed) ? Date.parse(checkDate(typed, '--since')) : Date.now() - checkDuration(typed, '--since'),
    },
  )
}
