/**
 * Measures what the budgets of the design speak of and writes docs/benchmarks.md. Sections that are named are measured and
 * replaced there, the others stay. Only ratios inside one run travel: commands are timed in turn with bare node, whole
 * processes, and the median of the pairs counts.
 */
import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {batchesSection} from './bench/batches.ts'
import {growthSection} from './bench/growth.ts'
import {lintSection} from './bench/lint.ts'
import {listsSection} from './bench/lists.ts'
import {muranoCodeSection} from './bench/murano-code.ts'
import {muranoLogsSection} from './bench/murano-logs.ts'
import {planSection} from './bench/plan.ts'
import {sandboxSection} from './bench/sandbox.ts'
import {pairs, startsSection} from './bench/starts.ts'
import {written} from './bench/table.ts'
import {home, root} from './bench/user.ts'

const sections = [
  startsSection,
  growthSection,
  listsSection,
  sandboxSection,
  batchesSection,
  planSection,
  lintSection,
  muranoCodeSection,
  muranoLogsSection,
]
const page = join(root, 'docs/benchmarks.md')

const introduction = `# Benchmarks

\`npm run bench\` measures these and writes this page; \`npm run bench -- lists\` measures only that section:
${sections.map(({name}) => `\`${name}\``).join(', ')}. Start-up figures are whole processes against bare \`node -e 0\`, the median of ${pairs} pairs taken
in turn; only such ratios mean anything on another machine. \`BENCH_NODE\` names a second Node, whose starts are measured, too.
Where the machine sets \`NODE_EXTRA_CA_CERTS\`, starts are measured with it and without. What the ratios are made of stands in
[decision 0003](decisions/0003-build-and-start-up.md).
`

/** The tables of the page by title, as they stand. */
function standing(): Map<string, string> {
  const tables = readFileSync(page, 'utf8')
    .split(/^(?=## )/m)
    .slice(1)
  return new Map(tables.map((text) => [/^## (.*)/.exec(text)![1]!, text]))
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => sections.every((section) => section.name !== name))
if (unknown.length > 0) throw new Error(`No section is named ${unknown.join(', ')}.`)
const tables = asked.length === 0 ? new Map<string, string>() : standing()
try {
  for (const section of sections) {
    if (asked.length > 0 && !asked.includes(section.name)) continue
    for (const table of await section.measure()) {
      tables.set(table.title, written(table))
      process.stdout.write(`${written(table)}\n`)
    }
  }
  writeFileSync(page, [introduction, ...[...tables.values()].map((text) => `${text.trim()}\n`)].join('\n'))
} finally {
  rmSync(home, {recursive: true, force: true})
}
