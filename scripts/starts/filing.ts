import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {stringify} from 'yaml'
import {exampleBrand, exampleCampaign} from '../../src/lib/tendlc/lint/example-filing.ts'

/** Writes a filing that the linter finds nothing wrong with. */
export function writeFiling(folder: string): string {
  const file = join(folder, 'filing.yaml')
  writeFileSync(file, stringify({brand: exampleBrand, campaign: exampleCampaign}))
  return file
}
