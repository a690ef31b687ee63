import {randomUUID} from 'node:crypto'
import {type Template} from '../../lib/workflows/template.ts'
import {type Caller} from '../caller.ts'
import {notFound} from '../refusal.ts'
import {type Store} from '../store.ts'
import {type StoredTemplate, templates} from './records.ts'
import {compareVersions} from './versions.ts'

/** All versions of a template that the caller sees, newest first. Throws a 404 when there is none. */
export function versionsOf(store: Store, caller: Caller, uuid: string): StoredTemplate[] {
  const found = store.collection(templates).find({where: {uuid}})
  const visible = found.filter(({account_uuid}) => caller.sees(account_uuid))
  if (visible.length === 0) throw notFound(`Workflow template ${uuid}`)
  return visible.sort((a, b) => compareVersions(b.version, a.version))
}

/** One version of a template, the newest unless it is named. Throws a 404. */
export function mustFindTemplate(store: Store, caller: Caller, uuid: string, version?: string): StoredTemplate {
  const found = versionsOf(store, caller, uuid).find((one) => version === undefined || one.version === version)
  if (!found) throw notFound(`Version ${version ?? ''} of workflow template ${uuid}`)
  return found
}

/** The newest version of each template. */
export function newestVersions(all: readonly StoredTemplate[]): StoredTemplate[] {
  const newest = new Map<string, StoredTemplate>()
  for (const one of all) {
    const known = newest.get(one.uuid)
    if (!known || compareVersions(known.version, one.version) < 0) newest.set(one.uuid, one)
  }
  return [...newest.values()]
}

/** The template as it is stored: every state and transition has a uuid. */
export function storedTemplate(template: Template, accountUuid: string): StoredTemplate {
  const identified = <Part extends {uuid?: string}>(part: Part) => ({...part, uuid: part.uuid ?? randomUUID()})
  return {
    ...template,
    states: template.states.map(identified),
    transitions: template.transitions.map(identified),
    users: {account_uuid: accountUuid, ...template.users},
    key: templateKey(template.uuid, template.version),
    account_uuid: accountUuid,
  }
}

export function templateKey(uuid: string, version: string): string {
  return `${uuid}@${version}`
}

/** A template as replies show it. */
export function templateView({uuid, name, description, version, status, ...rest}: StoredTemplate): Template {
  const {states, transitions, users, globals} = rest
  return {uuid, name, description, version, status, states, transitions, users, globals}
}
