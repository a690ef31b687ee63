import {type ColumnSpec} from '../output/columns.ts'
import {type Fields} from '../schema.ts'

/** A short link, and how it may be used. */
export interface ShortUrl {
  short_code: string
  /** What is given to people. */
  short_url_link: string
  /** Where it leads. */
  url: string
  account_uuid?: string
  user_uuid?: string
  analyze_content?: boolean
  /** Seconds. */
  expires_after?: number
  max_view_count?: number
  mode?: string
  save_content?: boolean
  save_preview?: boolean
  secure_pin?: string
  secure_view?: string
  short_domain?: string
  thumbnail?: boolean
}

/** What a table shows: no secrets. */
export const shortUrlColumns: readonly ColumnSpec<ShortUrl>[] = [
  'short_code',
  'short_url_link',
  'url',
  'expires_after',
  'max_view_count',
]

/** Fields of short URLs that lists can be filtered by. */
export const shortUrlFilters = ['short_code', 'url', 'account_uuid', 'short_domain', 'mode'] as const

/** What the body of a new one may hold beside the URL. */
export const shortUrlFields: Fields = {
  short_code: {type: 'string', description: 'code of your own; one is made up if left out'},
  short_domain: {type: 'string', description: 'domain of the link, such as go.example.com'},
  expires_after: {type: 'integer', minimum: 1, description: 'how long the link leads on, in seconds'},
  max_view_count: {type: 'integer', minimum: 1, description: 'how often the link leads on'},
  secure_pin: {type: 'string', description: 'what has to be typed to get on; -F secure_pin=@FILE keeps it secret'},
  secure_view: {type: 'string', examples: ['None']},
  mode: {type: 'string', examples: ['Proxy']},
  analyze_content: {type: 'boolean'},
  save_content: {type: 'boolean'},
  save_preview: {type: 'boolean'},
  thumbnail: {type: 'boolean'},
  account_uuid: {type: 'string', format: 'uuid', description: 'account that it is for'},
  user_uuid: {type: 'string', format: 'uuid', description: 'user whose it is; you if left out'},
}
