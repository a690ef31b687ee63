import {type Connection} from '../../connection.ts'
import {type Console} from '../../console.ts'
import {hostsOf} from '../../profile/settings.ts'
import {openPoll} from './poll-stream.ts'
import {openSocket} from './socket-stream.ts'
import {type LogLine} from './log-line.ts'

/** What connects to the stream of a log: over a websocket where the server has one, as seen at the first try; else over HTTP. */
export function opener(
  connection: Connection,
  {settings, signal}: Pick<Console, 'settings' | 'signal'>,
  id: string,
): () => Promise<AsyncIterable<LogLine>> {
  let hasSocket = settings.profile?.embedded !== true
  return async () => {
    if (hasSocket) {
      const base = hostsOf(settings).murano.replace(/^http/, 'ws').replace(/\/$/, '')
      const url = new URL(`${base}/solution/${id}/logs`)
      url.searchParams.set('token', await connection.muranoToken())
      const lines = await openSocket(url, signal)
      if (lines !== undefined) return lines
      hasSocket = false
    }
    return openPoll(connection.service, id)
  }
}
