import {type Form, formDetails, formStatuses} from '../../lib/forms/form.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {account, boolean, choice, date, json, text, uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Forms.createFormInstance',
  summary: 'Create a form from a template',
  request: 'POST /forms/forms',
  parameters: {
    account_uuid: account(),
    status: choice('--status', 'whether it can be filled in', formStatuses, {default: 'active'}),
    name: text('--name', 'name of the form', {required: true}),
    allow_anonymous_submission: boolean(
      '--allow-anonymous-submission',
      'whether people can fill it in without signing in',
      {default: true},
    ),
    allow_submission_update: boolean(
      '--allow-submission-update',
      'whether people can change what they have submitted',
      {default: true},
    ),
    template_uuid: uuid('--template', 'template to make it from', {required: true}),
    application_uuid: uuid('--application', 'application that it is for'),
    metadata: json('--metadata', 'anything of your own', {schema: {type: 'object'}}),
    due_date: date('--due-date', 'until when it is to be filled in'),
  },
  effect: {changes: 'create a form in'},
  reply: object<Form>({columns: formDetails, id: 'uuid'}),
  examples: [
    ['One that anybody can fill in', '--name "New patients" --template bfb47b51-901e-5f1a-92a4-1f80b9a8c95e'],
    [
      'One for people who are signed in, until the end of March',
      '--name "Spring survey" --template 4d83a6fc-62e3-551a-8493-50d1935a5b6e --no-allow-anonymous-submission --due-date 2027-03-31',
    ],
  ],
})
