import {type JsonValue} from '../../client/wire.ts'
import {filingOf} from '../filing.ts'
import {brandFields, campaignFields} from './field-kinds.ts'
import {type FilingSource} from './source/filing-source.ts'

/** What is registered for an account, as a filing: only what somebody files of it. */
export function registeredSource(
  account: string,
  brand: object,
  campaigns: readonly {campaign_id: string}[],
): FilingSource {
  const file = `account ${account}`
  return {
    file,
    filings: [
      {
        brand: {path: 'brand', fields: filed(brand, brandFields)},
        campaigns: campaigns.map((campaign) => {
          const {tns, ...fields} = campaign as {campaign_id: string; tns?: string[]}
          return {
            path: `campaigns[${campaign.campaign_id}]`,
            fields: filingOf({...filed(fields, campaignFields), ...(tns !== undefined && {numbers: tns})}),
          }
        }),
      },
    ],
    switches: [],
    locate: () => undefined,
    mended() {
      throw new Error('What is registered is not mended here.')
    },
  }
}

const samples = /^sample_msg\d$/

function filed(record: object, known: Readonly<Record<string, unknown>>): Record<string, JsonValue> {
  const entries = Object.entries(record as Record<string, JsonValue | undefined>)
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, JsonValue] => entry[1] != null && (entry[0] in known || samples.test(entry[0])),
    ),
  )
}
