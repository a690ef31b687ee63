import {type Field, pattern} from './fields.ts'

export function emailAddress(): Field<string | undefined> {
  return pattern(/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/, 'must be an e-mail address')
}

export function webAddress(): Field<string | undefined> {
  return pattern(/^https?:\/\/[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/i, 'must be a web address that begins with https://')
}

/** Two letters of ISO 3166. */
export function country(): Field<string | undefined> {
  return pattern(/^[A-Z]{2}$/, 'must be a country in two capital letters')
}

/** Whether an address is of the domain of a web site, e.g. `ada@mail.sunrise.example` of `https://www.sunrise.example/`. */
export function isOfSameDomain(email: string, website: string): boolean {
  const host = new URL(website).hostname.replace(/^www\./, '')
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return domain === host || domain.endsWith(`.${host}`) || host.endsWith(`.${domain}`)
}
