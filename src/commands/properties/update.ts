import {wholeBody} from '../../lib/body-parameter.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {user, uuid} from '../../lib/parameters.ts'
import {type Property, propertyColumns, propertyFields, propertyOf} from '../../lib/properties/property.ts'
import listProperties from './list.ts'

export default operation({
  operation: 'Profiles.updateProperty',
  summary: 'Change a property of a user',
  description:
    'Name only what is to change. The platform replaces the whole property, so it is looked up among those of the user ' +
    'first, and your changes are laid over it.',
  request: 'PUT /profiles/context/properties/{property_uuid}',
  parameters: {
    property_uuid: uuid('PROPERTY', 'property to change'),
    user_uuid: user({in: 'local'}),
    body: wholeBody('what to change', {fields: propertyFields}),
  },
  effect: {changes: 'change the property', replaces: true},
  current: (caller, {property_uuid, user_uuid}) =>
    propertyOf(caller.all(listProperties, {user_uuid}), property_uuid, user_uuid),
  reply: object<Property>({columns: propertyColumns, id: 'uuid'}),
  examples: [['Another value', '7771d1af-bfb9-5281-a06a-546ccdf7c532 -F value=light']],
})
