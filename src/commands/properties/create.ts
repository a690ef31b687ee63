import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {text, user} from '../../lib/parameters.ts'
import {type Property, propertyColumns} from '../../lib/properties/property.ts'

export default operation({
  operation: 'Profiles.createUserProperty',
  summary: 'Create a property of a user',
  request: {line: 'POST /profiles/users/{user_uuid}/properties', fixedBody: {context: 'user'}},
  parameters: {
    user_uuid: user(),
    name: text('--name', 'name of the property', {required: true}),
    value: text('--value', 'what it says', {required: true}),
    label: text('--label', 'what people see; the name if left out'),
    description: text('--description', 'what it is for; the name if left out'),
  },
  derived: ({user_uuid, name, label = name, description = name}) => ({context_uuid: user_uuid, label, description}),
  effect: {changes: 'create a property of'},
  reply: object<Property>({columns: propertyColumns, id: 'uuid'}),
  examples: [
    ['One of yours', '--name desk --value 17'],
    ['One of another user', '--user cdb115b0-99b0-5c62-8bcc-f93edb821bb6 --name theme --value dark --label "Colours"'],
  ],
})
