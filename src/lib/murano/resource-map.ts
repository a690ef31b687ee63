import {didYouMean} from '../did-you-mean.ts'
import {notFoundError} from '../errors.ts'
import {type Caller} from '../operation/declaration.ts'
import {type Resource} from './gateway.ts'
import {getGateway} from './gateway-calls.ts'

/** All resources of a product, by alias. */
export type ResourceMap = Record<string, Resource>

/** A resource as a row. */
export interface ResourceRow extends Resource {
  alias: string
}

export const resourceColumns = ['alias', 'format', 'unit', 'settable', 'allowed'] as const

export async function resourcesOf(caller: Caller, product: string): Promise<ResourceMap> {
  const {resources = {}} = await caller.call(getGateway, {product_id: product})
  return resources
}

/** Throws exit 5 for one that a product does not have. */
export function mustHave(resources: ResourceMap, alias: string, product: string): Resource {
  const resource = Object.hasOwn(resources, alias) ? resources[alias] : undefined
  if (resource !== undefined) return resource
  throw notFoundError(
    `The product has no resource ${alias}.${didYouMean(alias, Object.keys(resources))}`,
    `commsctl murano gateway resources list --product ${product}`,
  )
}
