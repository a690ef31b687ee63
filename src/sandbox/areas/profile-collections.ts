import {propertyFields} from '../../lib/properties/property.ts'
import {loadable} from '../loading/loadable.ts'
import {among} from '../loading/schemas.ts'
import {identities} from '../records.ts'
import {properties} from '../user-properties.ts'

/** What of the profile service can be loaded. */
export const profileCollections = {
  properties: loadable(properties, {
    fields: among(propertyFields, [
      'uuid',
      'context',
      'context_uuid',
      'name',
      'value',
      'label',
      'description',
    ] as const),
    required: ['context_uuid', 'name', 'value'],
    defaults: {context: 'user', label: '', description: ''},
    refers: {context_uuid: identities},
  }),
}
