import {checkDuration} from '../input/checks.ts'
import {parameter} from '../parameter.ts'

/** `--expire TIME`, from now on; sent as the moment, in microseconds since 1970. */
export function expiry() {
  return parameter<number, '--expire', object>(
    '--expire',
    'how long it has to be activated, such as 24h',
    {valueName: 'TIME'},
    {kind: 'text', check: (typed: string) => (Date.now() + checkDuration(typed, '--expire')) * 1000},
  )
}
