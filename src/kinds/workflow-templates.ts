import createTemplate from '../commands/workflows/templates/create.ts'
import deleteTemplate from '../commands/workflows/templates/delete.ts'
import listTemplates from '../commands/workflows/templates/list.ts'
import updateTemplate from '../commands/workflows/templates/update.ts'
import {type JsonObject, type JsonValue} from '../lib/client/wire.ts'
import {collect} from '../lib/collect.ts'
import {type Kind} from '../lib/plan/kind.ts'
import {except, setFields} from '../lib/plan/parameter-fields.ts'
import {neededOfTemplates, templateFields} from '../lib/workflows/template-fields.ts'

// Globals may hold tokens, and whose it is is the account.
const fields = except(templateFields, 'uuid', 'users', 'globals')

/** Workflow templates of the account by name, each in its newest version. Another version is added to those before it. */
export const workflowTemplates: Kind = {
  section: 'workflow_templates',
  noun: 'workflow template',
  key: 'name',
  id: 'uuid',
  fields,
  needed: neededOfTemplates,
  calls: {create: createTemplate, change: updateTemplate, remove: deleteTemplate},

  async read(planning) {
    const all = await collect(planning.all(listTemplates, {}))
    return all.map((template) => {
      const isOthers = template.users?.account_uuid !== undefined && template.users.account_uuid !== planning.account
      const shown = setFields(fields, template)
      return {key: template.name, id: template.uuid, fields: plain(shown), ...(isOthers && {isOthers})}
    })
  },

  async create(applying, [wanted]) {
    const body = {...wanted!.fields, users: {account_uuid: applying.account}}
    return [(await applying.call(createTemplate, {body})).uuid]
  },

  async change(applying, [changing]) {
    const {existing, changes} = changing!
    const body = {...existing.fields, ...changes, users: {account_uuid: applying.account}}
    if (changes['version'] === undefined) await applying.call(updateTemplate, {wf_template_uuid: existing.id, body})
    else await applying.call(createTemplate, {body: {...body, uuid: existing.id}})
  },

  async remove(applying, [existing]) {
    const versions = await collect(applying.all(listTemplates, {filter: {show_versions: 'true'}}))
    for (const {uuid, version} of versions) {
      if (uuid === existing!.id) await applying.call(deleteTemplate, {wf_template_uuid: uuid, version})
    }
  },
}

/** Without the ids of its parts, which the platform makes up, and what is empty. */
function plain(template: JsonObject): JsonObject {
  return without(template) as JsonObject
}

function without(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(without)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([name, inner]) => name !== 'uuid' && inner != null && inner !== '')
  return Object.fromEntries(entries.map(([name, inner]) => [name, without(inner)]))
}
