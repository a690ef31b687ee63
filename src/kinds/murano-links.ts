import {type JsonObject} from '../lib/client/wire.ts'
import {collect} from '../lib/collect.ts'
import {linkProduct} from '../lib/murano/link-product.ts'
import {enabledService} from '../lib/murano/service-config.ts'
import {createServiceConfig, deleteServiceConfig, listServiceConfigs} from '../lib/murano/service-config-calls.ts'
import {type Kind} from '../lib/plan/kind.ts'
import {keyWithin} from '../lib/plan/matching.ts'
import {keyFor} from '../lib/plan/named.ts'
import {placesFor} from '../lib/plan/places.ts'
import {sideBySide} from '../lib/plan/side-by-side.ts'
import {removeConfig} from './murano-services.ts'

/** Products that are linked to applications: their devices’ events go there. */
export const muranoLinks: Kind = {
  section: 'murano_links',
  noun: 'link',
  key: 'product',
  within: 'solution',
  fields: {
    solution: {type: 'string', description: 'name of the application'},
    product: {type: 'string', description: 'name of the product whose events it is sent'},
    script_key: {type: 'string', description: 'what scripts call the product; its id if left out'},
  },
  needed: [],
  refers: {solution: 'murano_solutions', product: 'murano_solutions'},
  once: true,
  fixed: ['script_key'],
  unexported: true,
  calls: {create: createServiceConfig, remove: deleteServiceConfig},

  async read(planning) {
    const applications = await placesFor(planning, {section: 'murano_links', within: 'murano_solutions'})
    const products = await planning.existing('murano_solutions')
    const nameOf = keyFor(products)
    const ids = new Set(products.map(({id}) => id))
    const all = await sideBySide(applications, async ({id, name: solution}) => {
      const configs = await collect(planning.all(listServiceConfigs, {id}))
      const links = configs.filter(({service}) => ids.has(service))
      return links.map(({id: scid, service, script_key}) => {
        const isCalled = script_key !== undefined && script_key !== service
        const fields: JsonObject = {solution, product: nameOf(service), ...(isCalled && {script_key})}
        return {key: keyWithin(muranoLinks, fields)!, id: scid, fields}
      })
    })
    return all.flat()
  },

  async create(applying, [wanted]) {
    const {solution: application, product: name, script_key} = wanted!.fields as Record<string, string>
    const [solution, product] = await Promise.all(
      [application!, name!].map((one) => applying.idOf('murano_solutions', one)),
    )
    await linkProduct(applying, {solution: solution!, product: product!, name: script_key})
    return [(await enabledService(product!, solution!, applying)).id]
  },

  remove: (applying, [existing]) => removeConfig(applying, existing!),
}
