import {parameter} from '../parameter.ts'

/** The path of a static file, whose first slash requests leave out: `/` is the first page. */
export function filePath(summary: string) {
  return parameter<string, 'PATH', object>(
    'PATH',
    `${summary}; / is the first page`,
    {},
    {kind: 'text', check: (typed: string) => typed.replace(/^\//, '')},
  )
}
