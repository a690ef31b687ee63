import {createHash} from 'node:crypto'

/** The id that the One Platform has for a product, a device or a resource: forty hexadecimal digits, made of names. */
export function ridOf(...names: readonly string[]): string {
  return createHash('sha1')
    .update(['rid', ...names].join(' '))
    .digest('hex')
}
