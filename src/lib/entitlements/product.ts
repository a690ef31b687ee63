import {type ColumnSpec} from '../output/columns.ts'
import {type Fields} from '../schema.ts'

/** Something that users can be entitled to. */
export interface Product {
  uuid: string
  name: string
  /** What kind of product it is, such as `cwa_curbside`. */
  type: string
  /** The application that it is a product of. */
  application_uuid: string
  active: boolean
}

/** What is shown of products. */
export const productColumns: readonly ColumnSpec<Product>[] = ['uuid', 'name', 'type', 'application_uuid', 'active']

/** Fields of products that lists can be filtered by. */
export const productFilters = ['application_uuid', 'type', 'name', 'active'] as const

/** What the body of a changed product holds. */
export const productFields: Fields = {
  uuid: {type: 'string', format: 'uuid', description: 'of the product itself'},
  name: {type: 'string', description: 'name of the product'},
  type: {type: 'string', description: 'what kind of product it is', examples: ['cwa_curbside']},
  application_uuid: {type: 'string', format: 'uuid', description: 'application that it is a product of'},
  active: {type: 'boolean', description: 'whether it is offered'},
}

/** A product that an account may not use. */
export interface DisabledProduct {
  product_uuid: string
}

/** A type of products that an account may not use. */
export interface DisabledProductType {
  name: string
}
