import {type PrinterOptions} from './printer.ts'

type Shared = Pick<PrinterOptions, 'columns' | 'where' | 'sortBy' | 'jq'>

/** What the flags that all commands share say about output. */
export function sharedFlags(flags: Readonly<Record<string, unknown>>): Shared {
  return {
    columns: list(flags['columns']),
    where: list(flags['where']),
    sortBy: list(flags['sort-by']),
    jq: flags['jq'] as string | undefined,
  }
}

function list(value: unknown): string[] | undefined {
  return value === undefined ? undefined : ((Array.isArray(value) ? value : [value]) as string[])
}
