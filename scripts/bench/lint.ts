import {stringify} from 'csv-stringify/sync'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {exampleBrand, exampleCampaign} from '../../src/lib/tendlc/lint/example-filing.ts'
import {type Section} from './table.ts'
import {time} from './timing.ts'
import {bin, home, userIn} from './user.ts'

const filings = 10_000

/** A whole process that looks at many filings, each of a brand of its own, and finds nothing wrong. */
export const lintSection: Section = {
  name: 'lint',
  measure: async () => {
    const {sample_messages: samples, ...campaign} = exampleCampaign
    const rows = Array.from({length: filings}, (_, index) => ({
      ...exampleBrand,
      e_i_n: `12-${String(index + 1).padStart(7, '0')}`,
      ...campaign,
      sample_msg1: samples[0],
      sample_msg2: samples[1],
    }))
    const file = join(home, 'filings.csv')
    writeFileSync(file, stringify(rows, {header: true, cast: {boolean: String}}))
    const args = [bin, '10dlc', 'lint', file, '-o', 'ndjson']
    const seconds = time(process.execPath, args, userIn(join(home, 'lint')))
    const what = `\`10dlc lint\`, ${filings.toLocaleString('en-US')} filings in CSV`
    return [{title: '10DLC linter', figures: [{what, measured: `${seconds.toFixed(2)} s`}]}]
  },
}
