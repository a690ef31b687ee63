import {visible} from '../output/sanitise.ts'
import {paint} from '../output/style.ts'
import {type Terminal} from '../output/terminal.ts'

/** A row for people: when by the clock on the wall, and what there is to say; what is empty is left out. */
export function rowLine(
  time: string | undefined,
  parts: readonly (string | undefined)[],
  {colour}: Pick<Terminal, 'colour'>,
): string {
  const date = new Date(time ?? NaN)
  const when = Number.isNaN(date.getTime()) ? [] : [`${date.toLocaleDateString('sv')} ${date.toLocaleTimeString('sv')}`]
  const said = parts.filter((part) => part !== undefined && part !== '').map((part) => visible(part!))
  return `${[...when.map((text) => paint(colour.stdout, 'gray', text)), ...said].join('  ')}\n`
}
