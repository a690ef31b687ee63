import {randomUUID} from 'node:crypto'
import {groupStatuses} from '../../lib/workflows/instance.ts'
import {type Template} from '../../lib/workflows/template.ts'
import {neededOfTemplates, templateFields} from '../../lib/workflows/template-fields.ts'
import {type Given, loadable} from '../loading/loadable.ts'
import {among, free, id, text, wholeNumber} from '../loading/schemas.ts'
import {accounts} from '../records.ts'
import {type Sandbox} from '../sandbox.ts'
import {runLater} from '../workflows/instances.ts'
import {groups, instances, type StoredInstance, templates} from '../workflows/records.ts'
import {beginning, definitionOf} from '../workflows/run.ts'
import {contradictions} from '../workflows/template-checks.ts'
import {storedTemplate, templateKey} from '../workflows/templates.ts'

const {states, transitions, globals} = templateFields
const definition = {
  type: 'object',
  properties: {states: states!, transitions: transitions!, globals: globals!},
} as const

const resultTypes = ['running', 'complete', 'cancelled', 'error'] as const

/** What of the workflow service can be loaded. Histories are those of instances: one without run begins to run. */
export const workflowCollections = {
  templates: loadable(templates, {
    fields: {
      ...{key: text, account_uuid: id},
      ...among(templateFields, ['uuid', 'name', 'description', 'version', 'status', 'states', 'transitions'] as const),
      ...among(templateFields, ['users', 'globals'] as const),
    },
    required: ['uuid', 'account_uuid', ...neededOfTemplates],
    defaults: {description: '', status: 'active', globals: {}},
    complete: (given) => storedTemplate(given as Template, given.account_uuid ?? ''),
    refers: {account_uuid: accounts},
    faultsOf: (records) =>
      records.flatMap((record, index) =>
        contradictions(record as Template).map(({field, message}) => ({index, field, message: `${message}.`})),
      ),
  }),
  groups: loadable(groups, {
    fields: {
      ...{uuid: id, account_uuid: id, template_uuid: id, name: text, status: {enum: groupStatuses}},
      ...{data: free, started_at: wholeNumber},
    },
    required: ['account_uuid', 'template_uuid'],
    defaults: {name: '', status: 'active', data: {}},
    complete: ({started_at}, now) => ({started_at: started_at ?? now}),
    refers: {account_uuid: accounts},
  }),
  instances: loadable(instances, {
    fields: {
      ...{uuid: id, account_uuid: id, user_uuid: id, template_uuid: id, template_version: text, group_uuid: id},
      ...{input_vars: free, definition, run: free, result_type: {enum: resultTypes}},
      ...{started_at: wholeNumber, ended_at: {type: ['integer', 'null']}},
    },
    required: ['account_uuid', 'user_uuid', 'template_uuid', 'template_version'],
    defaults: {input_vars: {}, result_type: 'running', ended_at: null},
    complete: ({group_uuid, started_at}, now) => ({
      group_uuid: group_uuid ?? randomUUID(),
      started_at: started_at ?? now,
    }),
    refers: {account_uuid: accounts},
    faultsOf: (records, {has}) =>
      records.flatMap(({definition: own, template_uuid = '', template_version = ''}, index) => {
        if (own !== undefined || has(templates, templateKey(template_uuid, template_version))) return []
        const message = `is ${template_version}, and there is no such version of template ${template_uuid}.`
        return [{index, field: 'template_version', message}]
      }),
    settle: goOn,
  }),
}

/** Completes an instance with what its template says, and puts down when it goes on. */
function goOn(sandbox: Sandbox, instance: StoredInstance, given: Given): void {
  const {store} = sandbox
  const whole = given['definition'] != null && given['run'] != null ? instance : begun(sandbox, instance)
  store.collection(instances).put(whole)
  runLater(sandbox, whole)
  if (given['group_uuid'] != null) return
  const {group_uuid: uuid, account_uuid, template_uuid, started_at} = whole
  store.collection(groups).put({uuid, name: '', status: 'active', data: {}, account_uuid, template_uuid, started_at})
}

function begun({store}: Sandbox, instance: StoredInstance): StoredInstance {
  const {template_uuid, template_version, input_vars} = instance
  const template = store.collection(templates).get(templateKey(template_uuid, template_version))
  const own = (instance as Partial<StoredInstance>).definition ?? definitionOf(template!)
  const run = (instance as Partial<StoredInstance>).run ?? beginning(own, input_vars)
  return {...instance, definition: own, run: run!}
}
