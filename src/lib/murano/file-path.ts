import {type Listing} from '../operation/near-names.ts'
import {parameter} from '../parameter.ts'

/** The path of a static file, whose first slash requests leave out: `/` is the first page. */
export function filePath(summary: string, options: {listing?: Listing} = {}) {
  return parameter<string, 'PATH', object>(
    'PATH',
    `${summary}; / is the first page`,
    {...options, lookup: {make: (path: string) => path.replace(/^\//, '')}},
    {kind: 'text', check: (typed: string) => typed.replace(/^\/?/, '/')},
  )
}
