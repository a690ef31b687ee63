import {type DataObject, objectColumns, objectFilters} from '../../lib/objects/data-object.ts'
import {loadContent} from '../../lib/objects/object-calls.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {variants} from '../../lib/operation/variants.ts'
import {filters, text, user} from '../../lib/parameters.ts'

const request = 'GET /objects/users/{user_uuid}/allowed-objects'
const type = text('--type', 'type of the objects; with --all-users, data_object if left out', {default: 'data_object'})
const reply = list<DataObject>({columns: objectColumns, id: 'uuid', noun: 'objects'})

export const listAllowedObjects = operation({
  operation: 'Objects.getDataObjects',
  summary: 'List the objects that a user may see',
  description:
    'Their own, those of their account, and those that are shared with them; with --all-users, those that belong to ' +
    'nobody in particular.',
  request,
  parameters: {
    user_uuid: user(),
    load_content: loadContent,
    filter: filters(objectFilters, {others: 'here'}),
  },
  reply,
  examples: [['By a field inside the content', '--load-content --filter currency=USD']],
})

const ofType = operation({
  operation: 'Objects.getDataObjectByType',
  summary: 'List those of one type, by name',
  request: {line: request, fixedQuery: {sort: 'name'}},
  parameters: {user_uuid: user(), type, load_content: loadContent},
  reply,
  examples: [['Of one type, by name', '--type branding']],
})

export const listOfAllUsers = operation({
  operation: 'Objects.getByType',
  summary: 'List those of a type that belong to all users',
  request: {line: 'GET /objects/objects', fixedQuery: {sort: 'name'}},
  parameters: {type, load_content: loadContent},
  reply,
  examples: [['Those of everybody', '--all-users --type data_object']],
})

export default variants(listAllowedObjects, {'--type': ofType, '--all-users': listOfAllUsers})
