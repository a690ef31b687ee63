export const outputFormats = ['table', 'json', 'ndjson', 'csv', 'yaml', 'id'] as const

/** `-o`: how data is written. */
export type OutputFormat = (typeof outputFormats)[number]
