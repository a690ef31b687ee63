/** An access token in use. */
export interface AccessToken {
  access_token: string
  token_type: string
  user_name: string
  client_id: string
  scope?: string
}
