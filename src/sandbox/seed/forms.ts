import {type JsonObject} from '../../lib/client/wire.ts'
import {type FormTemplate} from '../../lib/forms/template.ts'
import {forms, formTemplates, submissions} from '../forms/forms.ts'
import {namedUuid} from '../named-uuid.ts'
import {seededAccess, seededReader} from '../seeded-access.ts'
import {type Store} from '../store.ts'

type SeedTemplate = Pick<Required<FormTemplate>, 'name' | 'description' | 'form'>

const intake: SeedTemplate = {
  name: 'New patient',
  description: 'What the front desk asks before the first visit',
  form: {
    display: 'form',
    components: [
      {type: 'textfield', key: 'name', label: 'Name', input: true, validate: {required: true}},
      {type: 'phoneNumber', key: 'phone', label: 'Mobile number', input: true},
      {type: 'checkbox', key: 'reminders', label: 'Send me reminders', input: true},
    ],
  },
}

const survey: SeedTemplate = {
  name: 'Satisfaction survey',
  description: 'Two questions after a visit',
  form: {
    display: 'form',
    components: [
      {type: 'radio', key: 'rating', label: 'How was it?', input: true, values: ratings(5)},
      {type: 'textarea', key: 'comment', label: 'Anything else?', input: true},
    ],
  },
}

/** Two templates of the default account, an active form with submissions, and an inactive one. */
export function seedForms(store: Store): void {
  for (const template of [intake, survey]) {
    store
      .collection(formTemplates)
      .put({uuid: templateUuid(template), account_uuid: seededAccess.accountUuid, ...template})
  }
  addForm(store, 'Patient intake', intake, {status: 'active', metadata: {desk: 'front'}})
  addForm(store, 'Survey of 2024', survey, {status: 'inactive', due_date: '2024-12-31', metadata: {}})
  const answers = [
    {name: 'Iris Boyd', phone: '+19415550121', reminders: true},
    {name: 'Jonas Pratt', phone: '+19415550122', reminders: false},
    {name: 'Kim Vega', phone: '+19415550123', reminders: true},
  ]
  for (const [index, data] of answers.entries()) submit(store, index, data)
}

function addForm(
  store: Store,
  name: string,
  template: SeedTemplate,
  rest: {status: 'active' | 'inactive'; metadata: JsonObject; due_date?: string},
): void {
  store.collection(forms).put({
    uuid: formUuid(name),
    account_uuid: seededAccess.accountUuid,
    name,
    template_uuid: templateUuid(template),
    allow_anonymous_submission: true,
    allow_submission_update: true,
    form: template.form,
    ...rest,
  })
}

/** The second one was filled in by somebody who was signed in. */
function submit(store: Store, index: number, data: JsonObject): void {
  store.collection(submissions).put({
    uuid: namedUuid(`submission ${index} of Patient intake`),
    form_uuid: formUuid('Patient intake'),
    ...(index === 1 && {user_uuid: seededReader.userUuid}),
    status: 'submitted',
    data,
    created_datetime: new Date(Date.UTC(2025, 0, 20 + index, 15)).toISOString(),
  })
}

function formUuid(name: string): string {
  return namedUuid(`form ${name}`)
}

function templateUuid({name}: SeedTemplate): string {
  return namedUuid(`form template ${name}`)
}

function ratings(best: number): {label: string; value: string}[] {
  return Array.from({length: best}, (_, index) => ({label: String(index + 1), value: String(index + 1)}))
}
