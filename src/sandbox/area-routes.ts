import {type FastifyInstance} from 'fastify'
import {type Sandbox} from './sandbox.ts'

/** Registers routes, and says what is done of what they put down for later. */
type Routes = (app: FastifyInstance, sandbox: Sandbox) => void

/** The routes of the platform by what their paths begin with, each loaded when they are needed. */
const areas: readonly {segments: readonly string[]; routes: () => Promise<readonly Routes[]>}[] = [
  {
    segments: ['accounts'],
    routes: async () =>
      Promise.all([
        import('./areas/accounts.ts').then(({accounts}) => accounts),
        import('./areas/account-relationships.ts').then(({accountRelationships}) => accountRelationships),
      ]),
  },
  {
    segments: ['sms'],
    routes: async () =>
      Promise.all([
        import('./areas/numbers.ts').then(({numbers}) => numbers),
        import('./areas/ten-dlc-brands.ts').then(({tenDlcBrands}) => tenDlcBrands),
        import('./areas/ten-dlc-campaigns.ts').then(({tenDlcCampaigns}) => tenDlcCampaigns),
        import('./areas/sms.ts').then(({sms}) => sms),
      ]),
  },
  {
    segments: ['oauth', 'clients'],
    routes: async () =>
      Promise.all([
        import('./areas/oauth.ts').then(({oauth}) => oauth),
        import('./areas/oauth-clients.ts').then(({oauthClients}) => oauthClients),
      ]),
  },
  {
    segments: ['identity'],
    routes: async () =>
      Promise.all([
        import('./areas/identities.ts').then(({identities}) => identities),
        import('./areas/identity-aliases.ts').then(({identityAliases}) => identityAliases),
        import('./areas/identity-mfa.ts').then(({identityMfa}) => identityMfa),
        import('./areas/identity-password-policies.ts').then(({identityPasswordPolicies}) => identityPasswordPolicies),
        import('./areas/identity-passwords.ts').then(({identityPasswords}) => identityPasswords),
      ]),
  },
  {
    segments: ['auth'],
    routes: async () =>
      Promise.all([
        import('./areas/auth-groups.ts').then(({authGroups}) => authGroups),
        import('./areas/auth-group-roles.ts').then(({authGroupRoles}) => authGroupRoles),
        import('./areas/auth-roles.ts').then(({authRoles}) => authRoles),
        import('./areas/auth-permissions.ts').then(({authPermissions}) => authPermissions),
        import('./areas/auth-access.ts').then(({authAccess}) => authAccess),
        import('./areas/auth-applications.ts').then(({authApplications}) => authApplications),
      ]),
  },
  {
    segments: ['dbsip'],
    routes: async () => Promise.all([import('./areas/destinations.ts').then(({destinations}) => destinations)]),
  },
  {segments: ['voice'], routes: async () => Promise.all([import('./areas/voice.ts').then(({voice}) => voice)])},
  {
    segments: ['messaging'],
    routes: async () => Promise.all([import('./areas/messaging.ts').then(({messaging}) => messaging)]),
  },
  {segments: ['email'], routes: async () => Promise.all([import('./areas/email.ts').then(({email}) => email)])},
  {
    segments: ['mobilenotification'],
    routes: async () => Promise.all([import('./areas/mobile.ts').then(({mobile}) => mobile)]),
  },
  {
    segments: ['shorturl'],
    routes: async () => Promise.all([import('./areas/short-urls.ts').then(({shortUrls}) => shortUrls)]),
  },
  {
    segments: ['contacts'],
    routes: async () => Promise.all([import('./areas/contacts.ts').then(({contacts}) => contacts)]),
  },
  {segments: ['chat'], routes: async () => Promise.all([import('./areas/chat.ts').then(({chat}) => chat)])},
  {
    segments: ['entitlements'],
    routes: async () =>
      Promise.all([
        import('./areas/entitlements.ts').then(({entitlements}) => entitlements),
        import('./areas/entitlement-products.ts').then(({entitlementProducts}) => entitlementProducts),
      ]),
  },
  {
    segments: ['profiles'],
    routes: async () => Promise.all([import('./areas/profiles.ts').then(({profiles}) => profiles)]),
  },
  {
    segments: ['metadata'],
    routes: async () => Promise.all([import('./areas/metadata.ts').then(({metadata}) => metadata)]),
  },
  {
    segments: ['forms'],
    routes: async () =>
      Promise.all([
        import('./areas/forms.ts').then(({forms}) => forms),
        import('./areas/form-templates.ts').then(({formTemplateRoutes}) => formTemplateRoutes),
      ]),
  },
  {
    segments: ['resourcecms'],
    routes: async () =>
      Promise.all([
        import('./areas/resources.ts').then(({resources}) => resources),
        import('./areas/resource-rows.ts').then(({resourceRows}) => resourceRows),
      ]),
  },
  {segments: ['objects'], routes: async () => Promise.all([import('./areas/objects.ts').then(({objects}) => objects)])},
  {segments: ['lambda'], routes: async () => Promise.all([import('./areas/lambdas.ts').then(({lambdas}) => lambdas)])},
  {
    segments: ['pubsub'],
    routes: async () =>
      Promise.all([
        import('./areas/pubsub-subscriptions.ts').then(({pubsubSubscriptions}) => pubsubSubscriptions),
        import('./areas/pubsub-applications.ts').then(({pubsubApplications}) => pubsubApplications),
      ]),
  },
  {
    segments: ['workflow'],
    routes: async () =>
      Promise.all([
        import('./areas/workflow-templates.ts').then(({workflowTemplates}) => workflowTemplates),
        import('./areas/workflow-instances.ts').then(({workflowInstances}) => workflowInstances),
        import('./areas/workflow-groups.ts').then(({workflowGroups}) => workflowGroups),
        import('./areas/workflow-history.ts').then(({workflowHistory}) => workflowHistory),
      ]),
  },
  {
    segments: ['scheduler'],
    routes: async () => Promise.all([import('./areas/scheduler.ts').then(({scheduler}) => scheduler)]),
  },
  {segments: ['media'], routes: async () => Promise.all([import('./areas/media.ts').then(({media}) => media)])},
  {
    segments: ['activity'],
    routes: async () => Promise.all([import('./areas/activity.ts').then(({activity}) => activity)]),
  },
  {segments: ['usage'], routes: async () => Promise.all([import('./areas/usage.ts').then(({usage}) => usage)])},
  {
    segments: ['providers'],
    routes: async () => Promise.all([import('./areas/providers.ts').then(({providers}) => providers)]),
  },
  {
    segments: ['api:1', 'm2', 'apps', 'murano-content'],
    routes: async () => [(await import('./areas/murano.ts')).murano],
  },
]

/** What paths begin with. */
export const firstSegments: ReadonlySet<string> = new Set(areas.flatMap(({segments}) => segments))

/** Registers the routes of all areas, or only of that whose paths begin so. */
export async function registerRoutes(app: FastifyInstance, sandbox: Sandbox, only?: string): Promise<void> {
  const wanted = only === undefined ? areas : areas.filter(({segments}) => segments.includes(only))
  const loaded = await Promise.all(wanted.map(({routes}) => routes()))
  for (const register of loaded.flat()) register(app, sandbox)
}
