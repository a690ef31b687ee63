import createTemplate from '../commands/forms/templates/create.ts'
import deleteTemplate from '../commands/forms/templates/delete.ts'
import getTemplate from '../commands/forms/templates/get.ts'
import listTemplates from '../commands/forms/templates/list.ts'
import updateTemplate from '../commands/forms/templates/update.ts'
import {type JsonObject} from '../lib/client/wire.ts'
import {collect} from '../lib/collect.ts'
import {templateFields} from '../lib/forms/template.ts'
import {type Kind} from '../lib/plan/kind.ts'
import {setFields} from '../lib/plan/parameter-fields.ts'
import {sideBySide} from '../lib/plan/side-by-side.ts'

const {name, description, form} = templateFields
const fields = {name, description, form} as {name: object; description: object; form: object}

/** Form templates of the account by name. */
export const formTemplates: Kind = {
  section: 'form_templates',
  noun: 'form template',
  key: 'name',
  id: 'uuid',
  fields,
  needed: [],
  calls: {create: createTemplate, change: updateTemplate, remove: deleteTemplate},

  async read(planning) {
    const all = await collect(planning.all(listTemplates, {account_uuid: planning.account}))
    return sideBySide(all, async ({uuid}) => {
      const whole = await planning.call(getTemplate, {template_uuid: uuid, include: 'form_definition'})
      return {key: whole.name, id: uuid, fields: setFields(fields, whole)}
    })
  },

  async create(applying, [wanted]) {
    const given = wanted!.fields as {name: string; description?: string; form?: JsonObject}
    return [(await applying.call(createTemplate, {...given, account_uuid: applying.account})).uuid]
  },

  async change(applying, [changing]) {
    const {existing, changes} = changing!
    const body = {uuid: existing.id, account_uuid: applying.account, ...existing.fields, ...changes}
    await applying.call(updateTemplate, {template_uuid: existing.id, body})
  },

  async remove(applying, [existing]) {
    await applying.call(deleteTemplate, {template_uuid: existing!.id})
  },
}
