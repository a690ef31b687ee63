import {connect, type Socket} from 'node:net'
import {socketReason} from '../client/socket-reason.ts'
import {failed, ok, type Outcome} from './finding.ts'
import {type Place} from './place.ts'

/** Whether something listens. */
export async function lookAtConnection({hostname, port, origin}: Place, timeoutMs: number): Promise<Outcome> {
  const begun = performance.now()
  try {
    await connectTo(hostname, port, timeoutMs)
    return ok(`Port ${port} is open, ${Math.round(performance.now() - begun)} ms.`)
  } catch (error) {
    return failed(`No connection to ${hostname}, port ${port}: ${(error as Error).message}.`, {
      why: 'The service is down, or a firewall or the port is in the way.',
      mend: `curl -sv ${origin}/ -o /dev/null`,
    })
  }
}

/** Connects, and hangs up. Throws an error that says in words what was in the way. */
export function connectTo(host: string, port: number, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({host, port, timeout: timeoutMs})
    const end = (problem?: string) => {
      socket.destroy()
      if (problem === undefined) resolve()
      else reject(new Error(problem))
    }
    socket.once('connect', () => end())
    socket.once('timeout', () => end(`no answer within ${timeoutMs / 1000} s`))
    socket.once('error', (error) => end(socketReason(error)))
  })
}
