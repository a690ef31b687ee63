import {type Client, type Sighting} from '../client/client.ts'
import {failed, ok, type Outcome, warning} from './finding.ts'
import {type Place} from './place.ts'

/** Slower than that, commands are no fun. */
const slowMs = 2000
/** A clock may go wrong by that much: requests take time, and the header counts seconds. */
const skewMs = 30_000

/** An answer, and when it had come by the clock of this machine. */
export interface Answer extends Sighting {
  at: number
}

/** Asks a host for nothing in particular, without credentials. */
export async function askFor({hosts}: Place, client: Client, timeoutMs: number): Promise<Answer> {
  const request = {method: 'GET', host: hosts[0] ?? 'api', path: '/', auth: 'none', idempotent: true} as const
  const sighting = await client.look(request, {timeoutMs, pages: true})
  return {...sighting, at: Date.now()}
}

/** Whether a host speaks HTTP, and how fast. That it knows no such page is an answer. */
export async function lookAtAnswer({status, milliseconds}: Answer, {name, origin}: Place): Promise<Outcome> {
  const time = Math.round(milliseconds)
  if (status >= 500) {
    return failed(`${name} answers with ${status}.`, {
      why: 'The service has failed, or what stands in front of it cannot reach it.',
      mend: `Try again later: curl -s ${origin}/ -o /dev/null -w '%{http_code}'`,
    })
  }
  if (time <= slowMs) return ok(`Answers in ${time} ms.`)
  return warning(`Answers in ${time} ms.`, {
    why: 'That is slow: the way there or the service is busy.',
    mend: 'commsctl status --watch',
  })
}

/** Whether this machine and the host agree on the time. */
export async function lookAtClock({headers, at}: Answer): Promise<Outcome> {
  const theirs = Date.parse(headers['date'] ?? '')
  if (Number.isNaN(theirs)) return ok('The host does not say what time it is.')
  const ahead = at - theirs
  if (Math.abs(ahead) <= skewMs) return ok('The clock agrees with that of the host.')
  const found = `The clock of this machine is ${inWords(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} that of the host.`
  const why = 'Tokens are renewed too soon or too late, and certificates taken for wrong.'
  return warning(found, {why, mend: settingOfClock[process.platform] ?? 'date'})
}

const settingOfClock: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'sudo timedatectl set-ntp true',
  darwin: 'sudo sntp -sS time.apple.com',
  win32: 'w32tm /resync',
}

function inWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 120) return `${seconds} s`
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`
}
