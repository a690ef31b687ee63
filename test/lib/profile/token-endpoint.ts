import {createServer, type IncomingMessage} from 'node:http'
import {type AddressInfo} from 'node:net'
import {text} from 'node:stream/consumers'
import {onTestFinished} from 'vitest'

export interface TokenEndpoint {
  url: string
  /** Every form received, with the headers that matter. */
  requests: {grant: string | null; form: URLSearchParams; basic: string; device: string | undefined}[]
  /** The refresh token that is good for one use. */
  refreshToken: string
  /** What the next requests are answered with in place of a token. */
  failure: {status: number} | 'drop' | undefined
}

/** A token service on loopback: every refresh token is good once, every answer holds new tokens. */
export async function startTokenEndpoint(): Promise<TokenEndpoint> {
  const endpoint: TokenEndpoint = {url: '', requests: [], refreshToken: 'refresh-0', failure: undefined}
  let issued = 0
  const answer = async (request: IncomingMessage): Promise<{status: number; body: object} | undefined> => {
    const form = new URLSearchParams(await text(request))
    const grant = form.get('grant_type')
    const basic = (request.headers.authorization ?? '').replace('Basic ', '')
    endpoint.requests.push({grant, form, basic, device: request.headers['x-device-id'] as string | undefined})
    if (endpoint.failure === 'drop') return undefined
    if (endpoint.failure !== undefined) return {status: endpoint.failure.status, body: {message: 'no'}}
    if (grant === 'refresh_token' && form.get('refresh_token') !== endpoint.refreshToken) {
      return {status: 400, body: {message: 'the refresh token was used before'}}
    }
    issued += 1
    endpoint.refreshToken = `refresh-${issued}`
    const refresh = grant === 'client_credentials' ? {} : {refresh_token: endpoint.refreshToken}
    return {status: 200, body: {access_token: `access-${issued}`, ...refresh, token_type: 'Bearer', expires_in: 3600}}
  }
  const server = createServer((request, response) => {
    void answer(request).then((reply) => {
      if (reply === undefined) request.socket.destroy()
      else response.writeHead(reply.status, {'content-type': 'application/json'}).end(JSON.stringify(reply.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  endpoint.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return endpoint
}
