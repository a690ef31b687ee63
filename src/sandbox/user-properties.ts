import {type Property} from '../lib/properties/property.ts'
import {type CollectionSpec} from './collection.ts'

/** What is kept about users. */
export const properties: CollectionSpec<Property> = {name: 'profile_properties', id: 'uuid', indexes: ['context_uuid']}
