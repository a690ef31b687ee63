import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {user} from '../../lib/parameters.ts'
import {type Property, propertyColumns} from '../../lib/properties/property.ts'

export default operation({
  operation: 'Profiles.listUserProperties',
  summary: 'List the properties of a user',
  request: 'GET /profiles/users/{user_uuid}/properties',
  parameters: {
    user_uuid: user(),
  },
  reply: list<Property>({columns: propertyColumns, id: 'uuid', noun: 'properties', paging: 'none'}),
  examples: [
    ['Yours', ''],
    ['The value of one', '--where name=theme --columns value'],
  ],
})
