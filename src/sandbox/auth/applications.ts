import {type ApplicationGroup as WireGroup, applicationGroupTypes} from '../../lib/auth/application-group.ts'
import {type Caller} from '../caller.ts'
import {namedUuid} from '../named-uuid.ts'
import {type OauthClient, oauthClients} from '../records.ts'
import {notFound} from '../refusal.ts'
import {type Store} from '../store.ts'
import {type ApplicationGroup, applicationResourceGroups, applicationUserGroups} from './records.ts'

const kinds = {resource: applicationResourceGroups, user: applicationUserGroups}

/** Makes the default groups of an OAuth application: for each type, one of resources and one of users. */
export function addApplicationGroups(store: Store, applicationUuid: string): void {
  for (const [kind, spec] of Object.entries(kinds)) {
    for (const type of applicationGroupTypes) {
      store.collection(spec).put({
        uuid: namedUuid(`${kind} group ${type} of ${applicationUuid}`),
        name: `default ${type} ${kind} group`,
        description: `Default ${kind} group of the application`,
        type,
        default: true,
        application_uuid: applicationUuid,
        ...(kind === 'resource' && {resources: []}),
      })
    }
  }
}

/** For an account that is deleted: its OAuth applications, with their groups. */
export function removeApplicationsOf(store: Store, accountUuid: string): void {
  const applications = store.collection(oauthClients).find({where: {account_uuid: accountUuid}})
  const uuids = applications.map(({uuid}) => uuid)
  for (const spec of Object.values(kinds)) store.collection(spec).deleteWhere({application_uuid: uuids})
  store.collection(oauthClients).deleteWhere({account_uuid: accountUuid})
}

/** The OAuth application, when its account is one that the caller sees (else 404). */
export function mustSeeApplication(store: Store, caller: Caller, uuid: string): OauthClient {
  const application = store.collection(oauthClients).get(uuid)
  if (!application) throw notFound(`Application ${uuid}`)
  caller.mustReach(application.account_uuid, `Application ${uuid}`)
  return application
}

/** A group of an application as replies show it. */
export function applicationGroupView(group: ApplicationGroup): WireGroup {
  const {uuid, name, description, type, resources} = group
  return {uuid, name, description, type, default: group.default, ...(resources && {resources})}
}
