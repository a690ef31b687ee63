import {shellQuoted} from '../shell-quote.ts'
import {callOf, type CallOptions} from './call.ts'
import {formText} from './bodies.ts'
import {MASK, maskHeaders, maskJson, maskPairs, maskPath} from './masking.ts'
import {type AuthKind, type Body, type FilePart, type WireRequest} from './wire.ts'

const AUTHORIZATION: Record<AuthKind, string | undefined> = {
  bearer: `Bearer ${MASK}`,
  basic: `Basic ${MASK}`,
  murano: `token ${MASK}`,
  none: undefined,
}

/** The request as a command line for a POSIX shell, one option a line; secrets are masked. Life-cycle headers are left out: they differ each time. */
export function toCurl(request: WireRequest, options: CallOptions): string {
  const {method, target, auth, headers, body, secrets} = callOf(request, options)
  const authorization = AUTHORIZATION[auth]
  const shown = {
    ...(authorization !== undefined && {Authorization: authorization}),
    ...(body?.kind === 'json' && headers['content-type'] === undefined && {'Content-type': 'application/json'}),
    ...maskHeaders(headers),
  }
  return [
    `curl ${methodOption(method, body)}${quote(target.origin + maskPath(target.path))}`,
    ...Object.entries(shown).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : bodyOptions(body, secrets)),
  ].join(' \\\n  ')
}

function methodOption(method: WireRequest['method'], body: Body | undefined): string {
  if (method === 'HEAD') return '--head '
  const implied = body === undefined ? 'GET' : 'POST'
  return method === implied ? '' : `-X ${method} `
}

function bodyOptions(body: Body, secrets: readonly string[]): string[] {
  switch (body.kind) {
    case 'json':
      return [`--data-raw ${quote(JSON.stringify(maskJson(body.value, secrets)))}`]
    case 'yaml':
      return [`-H ${quote('Content-type: text/yaml')}`, `--data-binary ${quote(body.text)}`]
    case 'form':
      return maskPairs(body.fields, secrets).map(
        ([name, value]) => `--data-raw ${quote(value === MASK ? `${name}=${MASK}` : formText([[name, value]]))}`,
      )
    case 'multipart': {
      const fields: readonly (readonly [string, string | FilePart])[] = body.fields
      return maskPairs(fields, secrets).map(([name, value]) => partOption(name, value))
    }
  }
}

function partOption(name: string, value: string | FilePart): string {
  if (typeof value === 'string') return `--form-string ${quote(`${name}=${value}`)}`
  return `-F ${quote(`${name}=@${formQuote(value.path)};filename=${formQuote(value.filename)}`)}`
}

/** curl's own quotes, inside of which `,` and `;` mean nothing. */
function formQuote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`
}

function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : shellQuoted(text)
}
