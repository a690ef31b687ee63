import {type FastifyInstance} from 'fastify'
import {type AreaName} from './areas.ts'
import {accountRelationships} from './areas/account-relationships.ts'
import {accounts} from './areas/accounts.ts'
import {activity} from './areas/activity.ts'
import {authAccess} from './areas/auth-access.ts'
import {authApplications} from './areas/auth-applications.ts'
import {authGroupRoles} from './areas/auth-group-roles.ts'
import {authGroups} from './areas/auth-groups.ts'
import {authPermissions} from './areas/auth-permissions.ts'
import {authRoles} from './areas/auth-roles.ts'
import {chat} from './areas/chat.ts'
import {contacts} from './areas/contacts.ts'
import {destinations} from './areas/destinations.ts'
import {email} from './areas/email.ts'
import {entitlementProducts} from './areas/entitlement-products.ts'
import {entitlements} from './areas/entitlements.ts'
import {formTemplateRoutes} from './areas/form-templates.ts'
import {forms} from './areas/forms.ts'
import {identities} from './areas/identities.ts'
import {identityAliases} from './areas/identity-aliases.ts'
import {identityMfa} from './areas/identity-mfa.ts'
import {identityPasswordPolicies} from './areas/identity-password-policies.ts'
import {identityPasswords} from './areas/identity-passwords.ts'
import {lambdas} from './areas/lambdas.ts'
import {media} from './areas/media.ts'
import {messaging} from './areas/messaging.ts'
import {metadata} from './areas/metadata.ts'
import {mobile} from './areas/mobile.ts'
import {murano} from './areas/murano.ts'
import {numbers} from './areas/numbers.ts'
import {oauthClients} from './areas/oauth-clients.ts'
import {oauth} from './areas/oauth.ts'
import {objects} from './areas/objects.ts'
import {profiles} from './areas/profiles.ts'
import {providers} from './areas/providers.ts'
import {pubsubApplications} from './areas/pubsub-applications.ts'
import {pubsubSubscriptions} from './areas/pubsub-subscriptions.ts'
import {resourceRows} from './areas/resource-rows.ts'
import {resources} from './areas/resources.ts'
import {scheduler} from './areas/scheduler.ts'
import {shortUrls} from './areas/short-urls.ts'
import {sms} from './areas/sms.ts'
import {tenDlcBrands} from './areas/ten-dlc-brands.ts'
import {tenDlcCampaigns} from './areas/ten-dlc-campaigns.ts'
import {usage} from './areas/usage.ts'
import {voice} from './areas/voice.ts'
import {workflowGroups} from './areas/workflow-groups.ts'
import {workflowHistory} from './areas/workflow-history.ts'
import {workflowInstances} from './areas/workflow-instances.ts'
import {workflowTemplates} from './areas/workflow-templates.ts'
import {type Sandbox} from './sandbox.ts'

type Routes = (app: FastifyInstance, sandbox: Sandbox) => void

/** The routes of each area; `metadata` has nothing else. */
const routesOfAreas: Readonly<Record<AreaName | 'metadata', readonly Routes[]>> = {
  accounts: [accounts, accountRelationships],
  numbers: [numbers],
  '10dlc': [tenDlcBrands, tenDlcCampaigns],
  oauth: [oauth, oauthClients],
  identities: [identities, identityAliases, identityMfa, identityPasswordPolicies, identityPasswords],
  groups: [authGroups, authGroupRoles],
  destinations: [destinations],
  voice: [voice],
  messaging: [sms, messaging],
  mobile: [mobile],
  short_urls: [shortUrls],
  contacts: [contacts],
  chat: [chat],
  entitlements: [entitlements, entitlementProducts],
  profiles: [profiles],
  forms: [forms, formTemplateRoutes],
  resources: [resources, resourceRows],
  objects: [objects],
  auth: [authRoles, authPermissions, authAccess, authApplications],
  lambdas: [lambdas],
  pubsub: [pubsubSubscriptions, pubsubApplications],
  workflows: [workflowTemplates, workflowInstances, workflowGroups, workflowHistory],
  scheduler: [scheduler],
  media: [media],
  activity: [activity],
  usage: [usage],
  providers: [providers],
  murano: [murano],
  outbox: [email],
  metadata: [metadata],
}

/** Registers the routes of all areas. */
export function registerRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  for (const routes of Object.values(routesOfAreas).flat()) routes(app, sandbox)
}
