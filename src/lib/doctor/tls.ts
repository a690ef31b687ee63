import {isIP} from 'node:net'
import {connect, type DetailedPeerCertificate} from 'node:tls'
import {type Environment} from '../client/proxy.ts'
import {failed, ok, type Outcome, skipped, warning} from './finding.ts'
import {type Place} from './place.ts'
import {tookTooLong} from './within.ts'

/** A certificate that ends sooner than that should have been renewed. */
const soonMs = 21 * 86_400_000

/** What the server showed of itself. */
interface Shown {
  protocol: string
  /** Why it is not trusted; undefined where it is. */
  distrust: string | undefined
  /** The server's own first. */
  chain: readonly DetailedPeerCertificate[]
}

/** Whether the certificate of a place is trusted, and how long its chain is good for. */
export async function lookAtTls(place: Place, env: Environment, timeoutMs: number): Promise<Outcome | Outcome[]> {
  if (!place.isEncrypted) return skipped('Plain http, on this machine.')
  const shown = await handshake(place, timeoutMs).catch((error: Error) => error)
  if (shown instanceof Error) {
    return failed(`No encrypted connection to ${place.name}: ${shown.message}.`, {
      why: 'What answers may speak no TLS, or none that is secure.',
      mend: `openssl s_client -connect ${place.hostname}:${place.port}`,
    })
  }
  const open = env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0'
  return [...trust(shown, place, open), ...shown.chain.flatMap((certificate) => ending(certificate, Date.now()))]
}

function trust({distrust, protocol, chain}: Shown, {name}: Place, open: boolean): Outcome[] {
  const blind = warning('No certificate is checked at all.', {
    why: 'NODE_TLS_REJECT_UNAUTHORIZED is 0: whoever is in between can read everything.',
    mend: 'unset NODE_TLS_REJECT_UNAUTHORIZED',
  })
  if (open) return [blind]
  if (distrust === undefined) return [ok(`${protocol}; the certificate is trusted until ${dayOf(chain[0])}.`)]
  // That it has ended is told for itself.
  if (distrust === 'CERT_HAS_EXPIRED') return []
  return [failed(`The certificate of ${name} is not trusted (${distrust}).`, reasonOf(distrust))]
}

function reasonOf(distrust: string): {why: string; mend: string} {
  if (distrust === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return {why: 'It was issued for another name.', mend: 'commsctl config list'}
  if (distrust === 'CERT_NOT_YET_VALID')
    return {why: 'Its time has not begun, or the clock of this machine is slow.', mend: 'date'}
  return {
    why: 'It was signed by nobody who is known here: by itself, or by an authority of your own network.',
    mend: 'export NODE_EXTRA_CA_CERTS=authority.pem',
  }
}

/** A certificate that has ended, or will soon. */
function ending(certificate: DetailedPeerCertificate, now: number): Outcome[] {
  const left = Date.parse(certificate.valid_to) - now
  const name = [certificate.subject?.CN].flat()[0] ?? 'of the chain'
  const mend = 'Ask whoever runs the host to renew it; if the date of this machine is wrong, set it: date'
  if (left <= 0) return [failed(`The certificate “${name}” has ended on ${dayOf(certificate)}.`, {mend})]
  if (left > soonMs) return []
  const days = Math.floor(left / 86_400_000)
  return [warning(`The certificate “${name}” ends on ${dayOf(certificate)}, in ${days} days.`, {mend})]
}

function dayOf(certificate: DetailedPeerCertificate | undefined): string {
  return certificate === undefined ? '' : new Date(certificate.valid_to).toISOString().slice(0, 10)
}

/** Looks at what is shown, trusted or not. Nothing is sent. */
function handshake({hostname, port, name}: Place, timeoutMs: number): Promise<Shown> {
  return new Promise((resolve, reject) => {
    const servername = isIP(hostname) === 0 ? {servername: hostname} : {}
    const socket = connect({host: hostname, port, rejectUnauthorized: false, timeout: timeoutMs, ...servername})
    socket.once('secureConnect', () => {
      // An Error to its type, the code of one in fact.
      const distrust = socket.authorized ? undefined : String(socket.authorizationError)
      const chain = chainOf(socket.getPeerCertificate(true))
      resolve({protocol: socket.getProtocol() ?? 'TLS', distrust, chain})
      socket.destroy()
    })
    socket.once('timeout', () => socket.destroy(tookTooLong(name, timeoutMs)))
    socket.once('error', reject)
  })
}

function chainOf(certificate: DetailedPeerCertificate): DetailedPeerCertificate[] {
  const {issuerCertificate: issuer} = certificate
  const isLast = issuer === undefined || issuer.fingerprint256 === certificate.fingerprint256
  return isLast ? [certificate] : [certificate, ...chainOf(issuer)]
}
