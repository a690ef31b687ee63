import {type Filing, type FilingProblem, filingsRule, type Part, samplesIn, textOf} from '../rule.ts'

/** How many campaigns a brand may have. */
const mostCampaigns = 100

interface Placed {
  at: number
  part: Part
}

/** Parts that are the same in what `keyOf` takes of them, each with the first of its kind. */
function repeated(parts: readonly Placed[], keyOf: (part: Placed) => string): {first: Placed; again: Placed}[] {
  const seen = new Map<string, Placed>()
  return parts.flatMap((placed) => {
    const key = keyOf(placed)
    const first = seen.get(key)
    if (key !== '' && first === undefined) seen.set(key, placed)
    return first === undefined || key === '' ? [] : [{first, again: placed}]
  })
}

function brandsOf(filings: readonly Filing[]): Placed[] {
  return filings.flatMap(({brand}, at) => (brand === undefined ? [] : [{at, part: brand}]))
}

function campaignsOf(filings: readonly Filing[]): Placed[] {
  return filings.flatMap(({campaigns}, at) => campaigns.map((part) => ({at, part})))
}

function einOf({part}: Placed): string {
  return textOf(part.fields, 'e_i_n').replace(/\D/g, '')
}

function legalNameOf({part}: Placed): string {
  return textOf(part.fields, 'legal_name').toLowerCase().trim()
}

/** The EIN of the brand that filing is for, or which filing it is: the same text under two brands is two filings. */
function ownerOf(filings: readonly Filing[], at: number): string {
  const brand = filings[at]?.brand
  return brand === undefined ? '' : einOf({at, part: brand}) || legalNameOf({at, part: brand})
}

export const severalRules = [
  filingsRule({
    id: 'shared-ein',
    level: 'warning',
    summary: 'Brands of different names have different EINs',
    code: 'CR2006',
    check: (filings) =>
      repeated(brandsOf(filings), einOf)
        .filter(({first, again}) => legalNameOf(first) !== legalNameOf(again))
        .map(({first, again}): FilingProblem => {
          const message = `The EIN is that of “${textOf(first.part.fields, 'legal_name')}”, too.`
          return {...again, field: 'e_i_n', message, fix: 'Register one brand for an EIN, and its campaigns under it.'}
        }),
    examples: {
      good: [
        {
          beside: [
            {
              brand: {legal_name: 'Bay Dental LLC', brand_name: 'Acme Dental', e_i_n: '12-3456780'},
              campaign: {description: other()},
            },
          ],
        },
      ],
      bad: [{beside: [{brand: {legal_name: 'Bay Dental LLC'}}]}],
    },
  }),
  filingsRule({
    id: 'same-campaign',
    level: 'warning',
    summary: 'A campaign is filed once',
    code: '30930',
    check: (filings) =>
      repeated(campaignsOf(filings), ({at, part: {fields}}) => {
        const texts = [
          textOf(fields, 'description'),
          textOf(fields, 'usecase_id'),
          ...samplesIn(fields).map(({text}) => text),
        ]
        return textOf(fields, 'description') === '' ? '' : [ownerOf(filings, at), ...texts].join('\n').toLowerCase()
      }).map(({first, again}): FilingProblem => {
        const name = textOf(first.part.fields, 'display_name')
        const message = `It has the use case, description and samples of “${name}”.`
        return {
          ...again,
          field: 'description',
          message,
          fix: 'Put the numbers of both into one campaign: each costs a fee every month.',
        }
      }),
    examples: {
      good: [{beside: [{campaign: {description: other()}}]}],
      bad: [{beside: [{campaign: {display_name: 'Again'}}]}],
    },
  }),
  filingsRule({
    id: 'too-many-campaigns',
    level: 'error',
    summary: 'A brand has 100 campaigns at most',
    code: '30930',
    check: (filings) =>
      filings.flatMap(({campaigns}, at): FilingProblem[] => {
        const part = campaigns[mostCampaigns]
        if (part === undefined) return []
        const message = `There are ${campaigns.length} campaigns, and ${mostCampaigns} is the most for a brand.`
        return [{at, part, field: 'display_name', message, fix: 'Put campaigns with the same use case together.'}]
      }),
    examples: {good: [{}], bad: [{times: mostCampaigns + 1}]},
  }),
] as const

function other(): string {
  return 'Acme Dental tells patients who asked for it when a chair is free on the same day, because they want to be seen sooner than booked.'
}
