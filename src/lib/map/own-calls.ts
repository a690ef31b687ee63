import {type CommandClass} from '../command.ts'
import {type DocumentedCall} from '../operation/declaration.ts'

/** The calls that a command is the face of: its own, those that its flags select, and what either does all of. */
export function ownCalls({shape, variants}: CommandClass): string[] {
  const all = [shape, ...Object.values(variants).map((variant) => variant.shape)] as Partial<DocumentedCall['shape']>[]
  return all.flatMap(({operation, also = []}) => (operation === undefined ? [] : [operation, ...also]))
}
