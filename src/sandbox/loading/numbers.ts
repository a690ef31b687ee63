import {type JsonObject} from '../../lib/client/wire.ts'
import {type Fields} from '../../lib/schema.ts'
import {type CollectionSpec} from '../collection.ts'
import {type InventoryNumber} from '../number-inventory.ts'
import {accounts} from '../records.ts'
import {type Store} from '../store.ts'
import {campaigns} from '../ten-dlc/campaigns.ts'
import {textOf} from './faults-between.ts'
import {type AnySpec, type Fault, type Given, type Loadable, type Surroundings} from './loadable.ts'

/** Numbers that a file has put into the inventory: those that are seeded are there anyway. */
const addedNumbers: CollectionSpec<{number: string}> = {name: 'added_numbers', id: 'number', indexes: []}

const text = {type: 'string'} as const

const fields: {readonly [Name in keyof InventoryNumber]: Fields[string]} = {
  number: text,
  state: text,
  rate_center: text,
  npa: {type: 'integer'},
  tier: {type: 'integer', minimum: 1, maximum: 4},
  network: text,
  account_uuid: {type: 'string', format: 'uuid'},
  user_uuid: {type: 'string', format: 'uuid'},
  provider: text,
  help_text: text,
  is_campaign: {type: 'boolean'},
  reference_id: text,
  reference_text: text,
  campaign_id: text,
  provisioned_at: {type: 'integer'},
}

/** Numbers that somebody has, and such that are for sale beside the seeded ones. */
export const numbers: Loadable = {
  name: 'numbers',
  id: 'number',
  schema: {type: 'object', properties: fields, required: ['number']},
  idOf: (given) => textOf(given['number']),
  faultsOf,
  load({store, clock}, records, replace) {
    if (replace) clear(store, new Set(records.map(numberOf)))
    for (const given of records) {
      const number = numberOf(given)
      if (store.numbers.get(number) === undefined) add(store, number, given)
      store.numbers.release(number)
      if (given['account_uuid'] == null) continue
      const {provisioned_at: at, ...owner} = given
      const provisioning = {provider: 'VI', is_campaign: true, ...ownership(owner)}
      store.numbers.provision(number, provisioning, typeof at === 'number' ? at : clock.now())
    }
  },
  settle: () => undefined,
  dump(store) {
    const added = store.collection(addedNumbers).find()
    const all = new Set([...added.map(({number}) => number), ...store.numbers.allProvisioned()])
    return [...all].sort().map((number) => dumped(store.numbers.get(number)!))
  },
}

/** What says who has a number, and how. */
const ownerFields = [
  ...['account_uuid', 'user_uuid', 'provider', 'help_text', 'is_campaign'],
  ...['reference_id', 'reference_text', 'campaign_id'],
]

function ownership(given: Given): Given {
  return Object.fromEntries(Object.entries(given).filter(([name]) => ownerFields.includes(name)))
}

/** Takes all numbers away from those who have them, and out of the inventory what was added and is not to stay. */
function clear(store: Store, staying: ReadonlySet<string>): void {
  for (const number of store.numbers.allProvisioned()) store.numbers.release(number)
  for (const {number} of store.collection(addedNumbers).find()) {
    if (staying.has(number)) continue
    store.numbers.remove(number)
    store.collection(addedNumbers).delete(number)
  }
}

function add(store: Store, number: string, given: Given): void {
  const npa = Number(given['npa'] ?? number.slice(2, 5))
  const place = store.numbers.placeOf(npa)
  const {state = place?.state, rate_center = place?.rate_center, tier = 1, network = 'VI'} = given
  store.numbers.add({
    number,
    npa,
    state: state as string,
    rate_center: rate_center as string,
    tier: tier as number,
    network: network as string,
  })
  store.collection(addedNumbers).put({number})
}

function faultsOf(records: readonly Given[], {store, has}: Surroundings): Fault[] {
  return records.flatMap((given, index) => {
    const faults: Fault[] = []
    const number = numberOf(given)
    const fault = (field: string, message: string) => faults.push({index, field, message})
    const mustBeThere = (field: string, spec: AnySpec) => {
      const id = textOf(given[field])
      if (id !== undefined && !has(spec, id)) fault(field, `is ${id}, and there is no such record.`)
    }
    if (!/^\+1[2-9]\d{9}$/.test(number)) {
      return [
        {index, field: 'number', message: `is ${number}, and must be one of North America, such as +19412340001.`},
      ]
    }
    mustBeThere('account_uuid', accounts)
    mustBeThere('campaign_id', campaigns)
    const owned = ownerFields.slice(1).filter((name) => given[name] != null)
    if (given['account_uuid'] == null && owned.length > 0)
      fault('account_uuid', `is missing: ${owned.join(', ')} need one.`)
    if (store.numbers.get(number) === undefined && !hasPlace(store, given)) {
      fault('rate_center', 'and state are missing: the inventory has no rate centre with that area code.')
    }
    return faults
  })
}

function numberOf(given: Given): string {
  return given['number'] as string
}

function hasPlace(store: Store, given: Given): boolean {
  if (given['state'] !== undefined && given['rate_center'] !== undefined) return true
  return store.numbers.placeOf(Number(given['npa'] ?? numberOf(given).slice(2, 5))) !== undefined
}

/** Without what is not there. */
function dumped(number: InventoryNumber): JsonObject {
  const declared = Object.keys(fields).map((name) => [name, number[name as keyof InventoryNumber]] as const)
  const isFree = number.account_uuid === null
  return Object.fromEntries(declared.filter(([name, value]) => value !== null && !(isFree && name === 'is_campaign')))
}
