import {expect, test} from 'vitest'
import {draftCampaign, usualPurposes} from '../../../src/lib/tendlc/draft.ts'
import {draftTexts} from '../../../src/lib/tendlc/draft-texts.ts'
import {exampleBrand} from '../../../src/lib/tendlc/lint/example-filing.ts'
import {runRules} from '../../../src/lib/tendlc/lint/run-rules.ts'
import {entityTypes} from '../../../src/lib/tendlc/registry-lists.ts'
import {useCasesOf} from '../../../src/lib/tendlc/registry-use-cases.ts'

const known = new Map(entityTypes.flatMap((type) => useCasesOf(type).map((one) => [one.id, {...one, type}] as const)))

test('every use case of one purpose has a draft of its own', () => {
  const single = [...known.values()].filter(({needs_sub_usecases}) => !needs_sub_usecases).map(({id}) => id)
  expect(Object.keys(draftTexts).sort()).toEqual(single.sort())
})

test.each([...known.values()].map(({id, type, needs_sub_usecases}) => [id, type, needs_sub_usecases] as const))(
  'the linter finds nothing in the draft for %s',
  (id, organization_type, needsSubs) => {
    const brand = {...exampleBrand, organization_type, first_name: 'Ada', last_name: 'Rivera'}
    const publicly = {stock_symbol: 'ACME', stock_exchange: 'NYSE', business_contact_email: 'ada@acmedental.example'}
    const fields = organization_type === 'PUBLIC_PROFIT' ? {...brand, ...publicly} : brand
    const campaign = draftCampaign(brand, id, needsSubs ? usualPurposes : [])
    const filing = {brand: {path: 'brand', fields}, campaigns: [{path: 'campaign', fields: campaign}]}
    const found = runRules([filing]).map(({rule, problem}) => `${rule.id}: ${problem.field}: ${problem.message}`)
    expect(found).toEqual([])
  },
)
