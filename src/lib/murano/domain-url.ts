import {isLoopback} from '../client/target.ts'

/** The URL of a domain that Murano names: encrypted, unless it is on this machine. */
export function domainUrl(domain: string): string {
  return isLoopback(`http://${domain}`) ? `http://${domain}` : `https://${domain}`
}
