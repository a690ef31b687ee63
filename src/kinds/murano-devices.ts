import enableDevice from '../commands/murano/devices/enable.ts'
import lockDevice from '../commands/murano/devices/lock.ts'
import unlockDevice from '../commands/murano/devices/unlock.ts'
import {collect} from '../lib/collect.ts'
import {deleteDevice, listDevices} from '../lib/murano/device-calls.ts'
import {type Inputs} from '../lib/parameter.ts'
import {type Applying, type Existing, type Kind} from '../lib/plan/kind.ts'
import {keyWithin} from '../lib/plan/matching.ts'
import {placesFor} from '../lib/plan/places.ts'
import {secretReference} from '../lib/plan/secret-reference.ts'
import {sideBySide} from '../lib/plan/side-by-side.ts'

const authType = enableDevice.shape.parameters['auth.type']

/** Devices of products by identity: who may get in, and who is locked out. */
export const muranoDevices: Kind = {
  section: 'murano_devices',
  noun: 'device',
  key: 'identity',
  within: 'product',
  fields: {
    product: {type: 'string', description: 'name of the product that it is of'},
    identity: {type: 'string', description: 'what it calls itself'},
    locked: {type: 'boolean', description: 'whether it is locked out'},
    auth_type: {enum: [...authType.options!], description: `${authType.summary}; set when it is let in`},
    key: {...secretReference, description: 'where its certificate or other key is; set when it is let in'},
  },
  needed: [],
  once: true,
  refers: {product: 'murano_solutions'},
  initial: ['auth_type'],
  unexported: true,
  calls: {create: enableDevice, change: lockDevice, remove: deleteDevice},

  async read(planning) {
    const places = await placesFor(planning, {section: 'murano_devices', within: 'murano_solutions'})
    const products = places.filter(({fields}) => fields['type'] === 'product')
    const all = await sideBySide(products, async ({id: product_id, name: product}) =>
      (await collect(planning.all(listDevices, {product_id}))).map(({identity, locked = false}) => {
        const fields = {product, identity, locked}
        return {key: keyWithin(muranoDevices, fields)!, id: identity, fields}
      }),
    )
    return all.flat()
  },

  async create(applying, [wanted]) {
    const {product, identity, locked, auth_type, key} = wanted!.fields as unknown as Asked
    const product_id = await applying.idOf('murano_solutions', product)
    const auth = {'auth.type': auth_type, 'auth.key': key}
    await applying.call(enableDevice, {product_id, identity, ...auth})
    if (locked === true) await applying.call(lockDevice, {product_id, identity})
    return [identity]
  },

  async change(applying, [changing]) {
    const {existing, changes} = changing!
    if (changes['locked'] === undefined) return
    await applying.call(changes['locked'] === true ? lockDevice : unlockDevice, await deviceOf(applying, existing))
  },

  async remove(applying, [existing]) {
    await applying.call(deleteDevice, await deviceOf(applying, existing!))
  },
}

interface Asked {
  product: string
  identity: string
  locked?: boolean
  auth_type?: Inputs<typeof enableDevice.shape.parameters>['auth.type']
  key?: string
}

async function deviceOf(applying: Applying, {id: identity, fields}: Existing) {
  return {product_id: await applying.idOf('murano_solutions', fields['product'] as string), identity}
}
