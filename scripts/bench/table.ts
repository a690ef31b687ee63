import {cpus, loadavg} from 'node:os'

export interface Figure {
  what: string
  measured: string
  budget?: string
  met?: boolean
}

export interface Table {
  title: string
  figures: readonly Figure[]
}

/** What is measured together, and written again together. */
export interface Section {
  name: string
  measure(): Promise<readonly Table[]>
}

/** The tables in Markdown, each with the circumstances that it was measured in. */
export function written({title, figures}: Table): string {
  const rows = figures.map(({what, measured, budget = '', met}) => [what, measured, budget, verdict(met)])
  return [
    `## ${title}`,
    '',
    '| what | measured | budget | met |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${process.platform} ${process.arch}), ${loadavg()[1]!.toFixed(1)} processes wanting to run.`,
    '',
  ].join('\n')
}

function verdict(met: boolean | undefined): string {
  return met === undefined ? '' : met ? 'yes' : 'no'
}
