import {lookup} from 'node:dns/promises'
import {isIP} from 'node:net'
import {failed, ok, type Outcome, skipped} from './finding.ts'
import {type Place} from './place.ts'
import {within} from './within.ts'

/** Whether the name of a host can be resolved, in the way in which requests do it. */
export async function lookAtDns({hostname}: Place, timeoutMs: number): Promise<Outcome> {
  if (isIP(hostname) !== 0) return skipped('The host is an address.')
  const found = await within(lookup(hostname, {all: true}), timeoutMs, 'The name service').catch(
    (error: Error) => error,
  )
  if (!(found instanceof Error)) return ok(found.map(({address}) => address).join(', '))
  const {code} = found as NodeJS.ErrnoException
  const why =
    code === 'ENOTFOUND'
      ? 'There is no such name, or not in this network: it is misspelled, or needs a VPN.'
      : `The name service could not be asked (${code ?? found.message}): the network may be down.`
  return failed(`The name ${hostname} cannot be resolved.`, {why, mend: 'commsctl config list'})
}
