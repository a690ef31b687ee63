import {formStatuses} from '../../lib/forms/form.ts'
import {formSchema} from '../../lib/forms/template.ts'
import {forms, formTemplates, submissions} from '../forms/forms.ts'
import {loadable} from '../loading/loadable.ts'
import {free, id, text, time, yesOrNo} from '../loading/schemas.ts'
import {accounts} from '../records.ts'

/** What of the form service can be loaded. A form that says no definition has the one of its template. */
export const formCollections = {
  templates: loadable(formTemplates, {
    fields: {uuid: id, account_uuid: id, name: text, description: text, form: formSchema},
    required: ['account_uuid', 'name'],
    defaults: {description: '', form: {display: 'form', components: []}},
    refers: {account_uuid: accounts},
  }),
  forms: loadable(forms, {
    fields: {
      ...{uuid: id, account_uuid: id, name: text, template_uuid: id, application_uuid: id, form: formSchema},
      ...{status: {enum: formStatuses}, allow_anonymous_submission: yesOrNo, allow_submission_update: yesOrNo},
      ...{due_date: time, metadata: free},
    },
    required: ['account_uuid', 'name', 'template_uuid'],
    defaults: {
      ...{status: 'active', allow_anonymous_submission: true, allow_submission_update: true},
      ...{metadata: {}, form: {}},
    },
    refers: {account_uuid: accounts},
    faultsOf: (records, {has}) =>
      records.flatMap(({form, template_uuid = ''}, index) =>
        form !== undefined || has(formTemplates, template_uuid)
          ? []
          : [{index, field: 'template_uuid', message: `is ${template_uuid}, and there is no such record.`}],
      ),
    settle({store}, form, given) {
      const template = given['form'] == null ? store.collection(formTemplates).get(form.template_uuid) : undefined
      if (template) store.collection(forms).put({...form, form: template.form})
    },
  }),
  submissions: loadable(submissions, {
    fields: {uuid: id, form_uuid: id, user_uuid: id, status: text, data: free, created_datetime: time},
    required: ['form_uuid'],
    defaults: {status: 'submitted', data: {}},
    complete: ({created_datetime: at}, now) => ({created_datetime: at ?? new Date(now).toISOString()}),
    refers: {form_uuid: forms},
  }),
}
