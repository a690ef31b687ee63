import {operation} from '../operation.ts'
import {empty, list, object} from '../operation/declaration.ts'
import {integer, json, text} from '../parameters.ts'
import {listing} from './listing.ts'
import {product} from './parameters.ts'

const murano = {host: 'murano', auth: 'murano'} as const

/** Something that a product keeps for its devices, such as firmware. */
export interface Content {
  /** Its name. */
  id: string
  /** MIME type. */
  type: string
  /** Bytes. */
  length: number
  last_modified: string
  tags?: Record<string, string>
}

export const contentColumns = ['id', 'type', 'length', 'last_modified', 'tags'] as const

export const listContent = operation({
  operation: 'Murano.content.list',
  summary: 'List what a product keeps for its devices',
  request: {line: 'GET /service/{product_id}/content/item', ...murano, fixedQuery: {full: 'true'}},
  parameters: {product_id: product()},
  reply: list<Content>({columns: contentColumns, id: 'id', noun: 'contents', paging: 'none'}),
  examples: [['Of a product', '--product fridge']],
})

const contents = listing({
  ...{noun: 'content', command: 'content list', of: ['--product', 'product_id']},
  rows: (caller, product_id) => caller.all(listContent, {product_id}),
  name: ({id}) => id,
})

export const contentInfo = operation({
  operation: 'Murano.content.info',
  summary: 'Show what is known of a content',
  request: {line: 'GET /service/{product_id}/content/item/{name}', ...murano},
  parameters: {product_id: product(), name: text('NAME', 'content to show', {listing: contents})},
  reply: object<Content>({columns: contentColumns, id: 'id'}),
  examples: [],
})

/** Where a content is sent, and with what beside it. */
export interface UploadTicket {
  url: string
  /** What the part of the file is called. */
  field: string
  /** Further parts, which come first. */
  inputs?: Record<string, string>
}

/** Asks where to send a content: it does not go to Murano itself. */
export const uploadContent = operation({
  operation: 'Murano.content.upload',
  summary: 'Ask where to send a content',
  request: {line: 'GET /service/{product_id}/content/item/{name}/upload', ...murano},
  parameters: {
    product_id: product(),
    name: text('NAME', 'what it is called there'),
    sha256: text('--sha256', 'SHA-256 of the content, in hexadecimal', {required: true}),
    expires_in: integer('--expires-in', 'seconds that the answer holds', {default: 300}),
    type: text('--type', 'MIME type', {required: true}),
    tags: json('--tags', 'names and values to find it by'),
  },
  reply: object<UploadTicket>({columns: ['url']}),
  examples: [],
})

/** Asks where a content is: also for one that there is not. */
export const downloadContent = operation({
  operation: 'Murano.content.download',
  summary: 'Ask where a content is',
  request: {line: 'GET /service/{product_id}/content/item/{name}/download', ...murano},
  parameters: {product_id: product(), name: text('NAME', 'content to fetch')},
  reply: object<{url: string; id?: string}>({columns: ['url']}),
  examples: [],
})

export const deleteContent = operation({
  operation: 'Murano.content.delete',
  summary: 'Delete a content',
  request: {line: 'DELETE /service/{product_id}/content/item/{name}', ...murano},
  parameters: {product_id: product(), name: text('NAME', 'content to delete', {listing: contents})},
  effect: {changes: 'delete the content', destructive: true},
  reply: empty('Deleted.'),
  examples: [],
})

export const clearContent = operation({
  operation: 'Murano.content.clear',
  summary: 'Delete all that a product keeps for its devices',
  request: {line: 'DELETE /service/{product_id}/content/item', ...murano},
  parameters: {product_id: product()},
  effect: {changes: 'delete all contents of', destructive: true},
  reply: empty('All contents are deleted.'),
  examples: [['Of a product', '--product fridge']],
})
