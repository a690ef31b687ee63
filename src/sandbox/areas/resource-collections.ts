import {loadable} from '../loading/loadable.ts'
import {free, id, text, texts} from '../loading/schemas.ts'
import {accounts} from '../records.ts'
import {newId} from '../resources/ids.ts'
import {resources, resourceTemplates, rows} from '../resources/resources.ts'

/** What of the resource service can be loaded. Ids of resources and rows need not be uuids. */
export const resourceCollections = {
  templates: loadable(resourceTemplates, {
    fields: {uuid: id, account_uuid: id, user_uuid: id, name: text, description: text, schema: free},
    required: ['account_uuid', 'name'],
    defaults: {description: '', schema: {properties: {}}},
    refers: {account_uuid: accounts},
  }),
  resources: loadable(resources, {
    fields: {uuid: text, account_uuid: id, type: text, name: text, description: text, template_uuid: id},
    required: ['account_uuid', 'name', 'template_uuid'],
    defaults: () => ({uuid: newId(), type: '', description: ''}),
    refers: {account_uuid: accounts, template_uuid: resourceTemplates},
  }),
  rows: loadable(rows, {
    fields: {uuid: text, resource_instance_uuid: text, content: free, references: texts},
    required: ['resource_instance_uuid'],
    defaults: () => ({uuid: newId(), content: {}, references: []}),
    refers: {resource_instance_uuid: resources},
  }),
}
