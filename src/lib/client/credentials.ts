/** Where the HTTP layer gets what it puts into `Authorization`. */
export interface Credentials {
  /** The access token to send, renewed beforehand when it is known to have expired. Throws an authentication error when there is none. */
  accessToken(): Promise<string>
  /** Another token, after the service has refused `refused` with 401; undefined when none can be had. */
  renew(refused: string): Promise<string | undefined>
  /** Base64 of `public id:secret`. Throws an authentication error when there is none. */
  basicToken(): Promise<string>
  /** The token that Murano gave out; it cannot be renewed. Throws an authentication error when there is none. */
  muranoToken(): Promise<string>
}

/** What the token endpoint answers. */
export interface TokenReply {
  access_token: string
  refresh_token?: string
  token_type: string
  /** Seconds. */
  expires_in: number
}
