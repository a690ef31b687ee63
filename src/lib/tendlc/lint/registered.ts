import {type JsonValue} from '../../client/wire.ts'
import {filingOf} from '../filing.ts'
import {brandFields, campaignFields} from './field-kinds.ts'
import {type FilingSource} from './source/filing-source.ts'

/** What stands in no file: it has no places, and cannot be mended there. */
export function outsideFiles(file: string): Omit<FilingSource, 'filings'> {
  return {
    file,
    switches: [],
    locate: () => undefined,
    mended() {
      throw new Error('What stands in no file cannot be mended.')
    },
  }
}

/** What is registered for an account, as a filing: only what somebody files of it. */
export function registeredSource(
  account: string,
  brand: object,
  campaigns: readonly {campaign_id: string}[],
): FilingSource {
  const file = `account ${account}`
  return {
    ...outsideFiles(file),
    filings: [
      {
        brand: {path: 'brand', fields: registeredFields(brand, 'brand')},
        campaigns: campaigns.map((campaign) => {
          const {tns, ...fields} = campaign as {campaign_id: string; tns?: string[]}
          return {
            path: `campaigns[${campaign.campaign_id}]`,
            fields: {...registeredFields(fields, 'campaign'), ...(tns !== undefined && {numbers: tns})},
          }
        }),
      },
    ],
  }
}

const samples = /^sample_msg\d$/

const known = {brand: brandFields, campaign: campaignFields}

/** What of a record somebody files: the platform adds states, times and numbers. */
export function registeredFields(record: object, of: keyof typeof known): Record<string, JsonValue> {
  const entries = Object.entries(record as Record<string, JsonValue | undefined>)
  return filingOf(
    Object.fromEntries(
      entries.filter(
        (entry): entry is [string, JsonValue] => entry[1] != null && (entry[0] in known[of] || samples.test(entry[0])),
      ),
    ),
  )
}
