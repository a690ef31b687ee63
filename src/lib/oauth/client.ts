import {type ColumnSpec} from '../output/columns.ts'

/** A program that may ask for tokens in the name of a user. */
export interface OauthClient {
  uuid: string
  name: string
  description: string
  public_id: string
  secret: string
  application_type: string
  grant_types: string[]
  /** The user whom it acts for. */
  app_user: string
}

/** What a table of clients shows: never their secrets. */
export const clientColumns: readonly ColumnSpec<OauthClient>[] = ['uuid', 'name', 'public_id', 'description']
