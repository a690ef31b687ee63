import {type Form, type Submission} from '../../lib/forms/form.ts'
import {type FormTemplate} from '../../lib/forms/template.ts'
import {type CollectionSpec} from '../collection.ts'
import {type Store} from '../store.ts'

/** Templates, each with its definition. */
export const formTemplates: CollectionSpec<Required<FormTemplate>> = {
  name: 'form_templates',
  id: 'uuid',
  indexes: ['account_uuid'],
}

/** A form keeps the definition that its template had when it was made. */
export type StoredForm = Form & Required<Pick<Form, 'metadata' | 'form'>>

export const forms: CollectionSpec<StoredForm> = {
  name: 'forms',
  id: 'uuid',
  indexes: ['account_uuid', 'template_uuid'],
}

export const submissions: CollectionSpec<Submission> = {
  name: 'form_submissions',
  id: 'uuid',
  indexes: ['form_uuid'],
}

/** A form as replies show it; metadata and definition only when the request's `include` names them. */
export function formView({metadata, form, ...rest}: StoredForm, included: readonly string[]): Form {
  return {
    ...rest,
    ...(included.includes('metadata') && {metadata}),
    ...(included.includes('form_definition') && {form}),
  }
}

/** A template as replies show it; its definition only when the request's `include` names it. */
export function templateView({form, ...rest}: Required<FormTemplate>, included: readonly string[]): FormTemplate {
  return {...rest, ...(included.includes('form_definition') && {form})}
}

/** Removes a form with what people filled in. */
export function removeForm(store: Store, uuid: string): void {
  store.collection(submissions).deleteWhere({form_uuid: uuid})
  store.collection(forms).delete(uuid)
}

/** For an account that is deleted. */
export function removeForms(store: Store, accountUuid: string): void {
  const owned = store.collection(forms).find({where: {account_uuid: accountUuid}})
  for (const form of owned) removeForm(store, form.uuid)
  store.collection(formTemplates).deleteWhere({account_uuid: accountUuid})
}
