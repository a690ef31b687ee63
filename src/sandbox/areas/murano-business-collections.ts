import {type Fault, loadable} from '../loading/loadable.ts'
import {free, text, texts, things, time, yesOrNo} from '../loading/schemas.ts'
import {allTiers, exchangeElements, purchases} from '../murano/exchange.ts'
import {idLength, newHexId, newId} from '../murano/ids.ts'
import {muranoPasswords, setPassword} from '../murano/passwords.ts'
import {businesses, memberRoles, memberships, type Person, persons} from '../murano/records.ts'
import {endUsers} from '../murano/services/user/records.ts'

/** Who is in Murano, and what businesses have. */
export const muranoBusinessCollections = {
  persons: loadable(persons, {
    fields: {email: text, name: text, two_factor: yesOrNo},
    required: ['email'],
    defaults: {two_factor: false},
    complete: ({name, email = ''}) => ({name: name ?? email}),
    inputs: {password: {type: 'string', description: 'to sign in with; it is kept among the passwords, as a hash'}},
    faultsOf: strangeAddresses,
    settle({store}, {email}, {password}) {
      if (typeof password === 'string') setPassword(store, email, password)
    },
  }),
  passwords: loadable(muranoPasswords, {
    fields: {user: text, hash: text},
    required: ['user', 'hash'],
    refers: {user: [persons, endUsers]},
  }),
  businesses: loadable(businesses, {
    fields: {bizid: text, name: text, tier: {enum: allTiers}},
    required: ['name'],
    defaults: {tier: 'free'},
    complete: ({bizid = newId(idLength.business)}) => ({bizid}),
  }),
  memberships: loadable(memberships, {
    fields: {id: text, bizid: text, email: text, role: {enum: memberRoles}},
    required: ['bizid', 'email'],
    defaults: {role: 'member'},
    complete: ({bizid = '', email = ''}) => ({id: `${bizid}:${email}`}),
    refers: {bizid: businesses, email: persons},
  }),
  exchange_elements: loadable(exchangeElements, {
    fields: {
      ...{elementId: text, name: text, description: text},
      type: {enum: ['download', 'product', 'application', 'contactSales', 'service']},
      ...{source: free, active: yesOrNo, access: {enum: ['public', 'private', 'network']}},
      ...{approval: {enum: ['pending', 'approved']}, tiers: {...texts, items: {enum: allTiers}}, actions: things},
    },
    required: ['name', 'type'],
    defaults: {
      ...{description: '', source: {from: 'url'}, active: true, access: 'public', approval: 'approved'},
      ...{tiers: allTiers, actions: []},
    },
    complete: ({elementId = newHexId()}) => ({elementId}),
  }),
  purchases: loadable(purchases, {
    fields: {id: text, bizid: text, elementId: text, purchased_at: time},
    required: ['bizid', 'elementId'],
    complete: ({bizid = '', elementId = '', purchased_at: at}, now) => ({
      id: `${bizid}:${elementId}`,
      purchased_at: at ?? new Date(now).toISOString(),
    }),
    refers: {bizid: businesses, elementId: exchangeElements},
  }),
}

/** Whoever signs in is looked for in small letters. */
function strangeAddresses(records: readonly Partial<Person>[]): Fault[] {
  return records.flatMap(({email = ''}, index) =>
    /^[^\s@]+@[^\s@]+$/.test(email) && email === email.toLowerCase()
      ? []
      : [{index, field: 'email', message: `is ${email}, and must be an e-mail address in small letters.`}],
  )
}
