/** What an access token says of itself. Its signature is the service's to check. */
export interface TokenClaims {
  /** `sub`. */
  user?: string
  /** `tid`. */
  account?: string
  /** `exp`, as milliseconds since 1970. */
  expiresAt?: number
  /** `scope`: what it is good for, with blanks between. */
  scope?: string
}

/** The claims of a JWT; empty for any other token. */
export async function readClaims(accessToken: string): Promise<TokenClaims> {
  const [{decodeJwt}, {JOSEError}] = await Promise.all([import('jose/jwt/decode'), import('jose/errors')])
  try {
    const {sub, tid, exp, scope} = decodeJwt(accessToken)
    return {
      ...(typeof sub === 'string' && {user: sub}),
      ...(typeof tid === 'string' && {account: tid}),
      ...(typeof exp === 'number' && {expiresAt: exp * 1000}),
      ...(typeof scope === 'string' && {scope}),
    }
  } catch (error) {
    if (error instanceof JOSEError) return {}
    throw error
  }
}
