import assignNumbers from '../commands/10dlc/campaigns/assign.ts'
import unassignNumbers from '../commands/10dlc/campaigns/unassign.ts'
import {numbersOfAccount} from '../commands/numbers/list.ts'
import provisionNumbers, {hasNumbers} from '../commands/numbers/provision.ts'
import releaseNumbers from '../commands/numbers/release.ts'
import {searchNumbers} from '../commands/numbers/search.ts'
import setHelp from '../commands/numbers/set-help.ts'
import setReference from '../commands/numbers/set-reference.ts'
import {collect} from '../lib/collect.ts'
import {CliError, usageError} from '../lib/errors.ts'
import {ExitCode} from '../lib/exit-code.ts'
import {toE164} from '../lib/numbers/phone-number.ts'
import {type Applying, type Changing, type Entry, type Existing, type Kind, type Wanted} from '../lib/plan/kind.ts'
import {keyFor} from '../lib/plan/named.ts'

/**
 * Numbers by list, or so many in an area code. Of the latter, those count that the account has in that area code, with the
 * entry's reference id where it has one: that goes with the provisioning itself, so that no number is ever without it.
 */
export const numbers: Kind = {
  section: 'numbers',
  noun: 'number',
  key: 'number',
  fields: {
    number: {type: 'string', description: 'one number; or'},
    numbers: {type: 'array', description: 'several with the same fields; or', items: {type: 'string'}},
    count: {type: 'integer', minimum: 1, description: 'so many; needs area_code'},
    area_code: {type: 'string', pattern: '^[2-9][0-9]{2}$', description: 'where they are searched', examples: ['941']},
    tier: {
      type: 'integer',
      minimum: 1,
      maximum: 4,
      description: 'price tier in which they are searched; 1 unless said',
    },
    reference_id: {type: 'string', description: 'id of your own'},
    help_text: {type: 'string', description: 'automatic reply to HELP'},
    campaign: {
      type: ['string', 'null'],
      description: 'campaign that they send for, by display_name or id; null for none',
    },
  },
  needed: [],
  refers: {campaign: 'campaigns'},
  afterwards: ['campaign'],
  together: 100,
  once: true,
  calls: {create: provisionNumbers, change: setReference, remove: releaseNumbers},

  async read(planning) {
    const [all, campaigns] = await Promise.all([
      collect(planning.all(numbersOfAccount, {account_uuid: planning.account})),
      planning.existing('campaigns'),
    ])
    const campaignOf = keyFor(campaigns)
    return all.map(({number, reference_id, help_text, campaign_id}) => ({
      key: number,
      id: number,
      fields: {number, reference_id, help_text, campaign: campaign_id && campaignOf(campaign_id)},
    }))
  },

  expand(entries, existing) {
    const listed = entries.flatMap((entry) => listedIn(entry))
    const taken = new Set(listed.map(({key}) => key))
    const searched = entries.filter(({fields}) => fields['count'] !== undefined)
    // Where any numbers of an area code will do, those that others name are not meant.
    const [any, referred] = [searched.filter(isOfAnyReference), searched.filter((entry) => !isOfAnyReference(entry))]
    return [...listed, ...[...referred, ...any].flatMap((entry) => countedIn(entry, existing, taken))]
  },

  async choose(applying, wanted) {
    const missing = wanted.filter(({search}) => search !== undefined)
    if (missing.length === 0) return [...wanted]
    const found = await available(applying, missing)
    return wanted.map((one) => (one.search === undefined ? one : named(one, found.shift()!)))
  },

  async create(applying, wanted) {
    const {account: account_uuid} = applying
    const all = wanted.map(({key}) => key)
    const {help_text, reference_id} = wanted[0]!.fields as {help_text?: string; reference_id?: string}
    try {
      await applying.call(provisionNumbers, {account_uuid, numbers: all, help_text, reference_id})
    } catch (error) {
      // What an earlier run sent has come meanwhile.
      const isRefused = error instanceof CliError && error.exit === ExitCode.Refused
      if (!isRefused || !(await hasNumbers(applying, account_uuid, all))) throw error
    }
    return all
  },

  async change(applying, changing) {
    const all = changing.map(({existing}) => existing.id)
    const {reference_id, help_text} = changing[0]!.changes as {reference_id?: string; help_text?: string}
    if (reference_id !== undefined) await applying.call(setReference, {numbers: all, reference_id})
    if (help_text !== undefined) await applying.call(setHelp, {numbers: all, help_text})
    if (changing[0]!.changes['campaign'] !== undefined) await moveTo(applying, changing)
  },

  async remove(applying, existing) {
    const {account: account_uuid} = applying
    await applying.call(releaseNumbers, {account_uuid, numbers: existing.map(({id}) => id)})
  },
}

function listedIn({fields, at}: Entry): Wanted[] {
  const {number, numbers: several, count, area_code: areaCode, tier, ...rest} = fields
  const forms = [number, several, count].filter((form) => form !== undefined)
  if (forms.length !== 1) throw usageError(`${at}: give one of number, numbers and count.`)
  if (count === undefined && (areaCode ?? tier) !== undefined) {
    throw usageError(`${at}: area_code and tier go with count: they are for numbers that are searched.`)
  }
  const typed = [number ?? several ?? []].flat() as string[]
  return typed.map((one, index) => {
    const place = several === undefined ? at : `${at}.numbers[${index}]`
    const key = toE164(one, place)
    return {key, at: place, fields: {number: key, ...rest}}
  })
}

function isOfAnyReference({fields}: Entry): boolean {
  return fields['reference_id'] === undefined
}

/** Those that are there count; what is missing has no number yet. */
function countedIn({fields, at}: Entry, existing: readonly Existing[], taken: Set<string>): Wanted[] {
  const {count, area_code: npa, tier, reference_id: reference, ...rest} = fields
  if (typeof npa !== 'string') throw usageError(`${at} needs area_code: there its numbers are searched.`)
  const place = reference === undefined ? npa : `${npa} ${reference as string}`
  if (taken.has(place)) throw usageError(`${at}: another entry has the same area_code and reference_id.`)
  taken.add(place)
  const isMeant = ({key, fields: has}: Existing) =>
    areaCodeOf(key) === npa && !taken.has(key) && (reference === undefined || has['reference_id'] === reference)
  const counted = existing.filter(isMeant).slice(0, count as number)
  for (const {key} of counted) taken.add(key)
  const set = {...(reference !== undefined && {reference_id: reference}), ...rest}
  const known = counted.map(({key}) => ({key, at, fields: {number: key, ...set}}))
  const search = {npa: Number(npa), ...(tier !== undefined && {tier})}
  const missing = Array.from({length: (count as number) - counted.length}, (_, index) => ({
    ...{key: `${place} #${counted.length + index + 1}`, at, search},
    fields: set,
  }))
  return [...known, ...missing]
}

function areaCodeOf(number: string): string | undefined {
  return /^\+1(\d{3})\d{7}$/.exec(number)?.[1]
}

function named(wanted: Wanted, number: string): Wanted {
  return {...wanted, key: number, fields: {...wanted.fields, number}}
}

/** A search offers no more. What was bought before is not offered, so that it need not be more. */
const mostOffered = 500

/** So many that are free, or all that there are. */
async function search(
  applying: Applying,
  where: {npa: number; tier: number | undefined},
  count: number,
  isFree: (number: string) => boolean,
): Promise<string[]> {
  const asked = Math.min(mostOffered, count + applying.claimed.size)
  const found = (await collect(applying.all(searchNumbers, {...where, qty: asked}))).filter(isFree).slice(0, count)
  // Others may have claimed what was offered while it was asked for.
  const isOverrun = found.length < count && asked < Math.min(mostOffered, count + applying.claimed.size)
  return isOverrun ? search(applying, where, count, isFree) : found
}

/** What an earlier run sent comes first: it may be ours already, and is then not bought a second time. */
async function available(applying: Applying, missing: readonly Wanted[]): Promise<string[]> {
  const {npa, tier} = missing[0]!.search as {npa: number; tier?: number}
  const {claimed} = applying
  const held = new Set((await applying.existing('numbers')).map(({key}) => key))
  const isFree = (number: string): boolean =>
    areaCodeOf(number) === String(npa) && !claimed.has(number) && !held.has(number)
  const before = applying.unsettled('numbers').filter(isFree).slice(0, missing.length)
  for (const number of before) claimed.add(number)
  const left = missing.length - before.length
  if (left === 0) return before
  const found = await search(applying, {npa, tier}, left, isFree)
  if (found.length < left) {
    throw new CliError(`Only ${found.length} of ${left} numbers were found in area code ${npa}.`, {
      code: 'too-few-numbers',
      exit: ExitCode.NotFound,
      hint: 'Ask for fewer, in another area_code or another tier.',
    })
  }
  for (const number of found) claimed.add(number)
  return [...before, ...found]
}

/** From the campaigns that they are in to the one that they are to be in. */
async function moveTo(applying: Applying, changing: readonly Changing[]): Promise<void> {
  const {account: account_uuid} = applying
  for (const campaign of new Set(changing.map(campaignOf))) {
    if (campaign === null) continue
    const campaign_id = await applying.idOf('campaigns', campaign)
    const members = changing.filter((one) => campaignOf(one) === campaign)
    await applying.call(unassignNumbers, {account_uuid, campaign_id, tns: members.map(({existing}) => existing.id)})
  }
  const to = changing[0]!.changes['campaign']
  if (typeof to !== 'string') return
  const campaign_id = await applying.idOf('campaigns', to)
  await applying.call(assignNumbers, {account_uuid, campaign_id, tns: changing.map(({existing}) => existing.id)})
}

function campaignOf({existing}: Changing): string | null {
  return (existing.fields['campaign'] ?? null) as string | null
}
