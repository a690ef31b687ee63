import {type Environment, proxyOf} from '../client/proxy.ts'
import {failed, ok, type Outcome, warning} from './finding.ts'
import {connectTo} from './connection.ts'
import {type Place} from './place.ts'

/** Whether requests to a place go through a proxy, and whether that is there. */
export async function lookAtProxy({origin}: Place, env: Environment, timeoutMs: number): Promise<Outcome> {
  const proxy = proxyOf(origin, env)
  if (proxy === undefined) return direct(origin, env)
  const {variable, url} = proxy
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const problem = await connectTo(url.hostname, port, timeoutMs).then(
    () => undefined,
    (error: Error) => error.message,
  )
  if (problem === undefined) return ok(`Requests go through ${url.host} (${variable}).`)
  return failed(`The proxy ${url.host} (${variable}) cannot be reached: ${problem}.`, {
    why: 'All requests to this host would go through it.',
    mend: `Correct ${variable}, or go without: unset ${variable}`,
  })
}

function direct(origin: string, env: Environment): Outcome {
  const ignored = ['all_proxy', 'ALL_PROXY'].find((name) => env[name])
  const isSet = proxyOf(origin, {...env, NO_PROXY: '', no_proxy: ''}) !== undefined
  if (isSet) return ok('Reached without the proxy, as NO_PROXY says.')
  if (ignored === undefined) return ok('Reached without a proxy.')
  return warning(`Reached without a proxy: ${ignored} is not heeded.`, {
    why: 'Proxies are named by HTTPS_PROXY.',
    mend: `export HTTPS_PROXY="$${ignored}"`,
  })
}
