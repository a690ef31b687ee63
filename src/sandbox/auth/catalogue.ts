import {namedUuid} from '../named-uuid.ts'

export const actions = ['create', 'read', 'update', 'delete'] as const

export type Action = (typeof actions)[number]

/** What the routes below each first segment of a path are about, as permissions name it. */
const resourceTypes: Readonly<Record<string, string>> = {
  accounts: 'account',
  activity: 'activity',
  auth: 'auth',
  chat: 'chat',
  clients: 'oauth',
  contacts: 'contact',
  dbsip: 'destination',
  email: 'email',
  entitlements: 'entitlement',
  forms: 'form',
  identity: 'identity',
  lambda: 'lambda',
  media: 'media',
  messaging: 'messaging',
  metadata: 'metadata',
  mobilenotification: 'mobile',
  oauth: 'oauth',
  objects: 'object',
  profiles: 'profile',
  providers: 'provider',
  pubsub: 'pubsub',
  resourcecms: 'resource',
  scheduler: 'scheduler',
  shorturl: 'shorturl',
  sms: 'sms',
  usage: 'usage',
  voice: 'voice',
  workflow: 'workflow',
}

/** The kind of resource that routes are about whose paths begin with that segment; undefined for one that no area has. */
export function resourceTypeOf(firstSegment: string): string | undefined {
  return Object.hasOwn(resourceTypes, firstSegment) ? resourceTypes[firstSegment] : undefined
}

/** Every permission that a fresh sandbox knows. */
export const catalogue = [...new Set(Object.values(resourceTypes))].flatMap((resource_type) =>
  actions.map((action) => ({
    uuid: permissionUuid(resource_type, action),
    name: `${resource_type}.${action}`,
    description: `Permission to ${action} ${resource_type} resources`,
    resource_type,
    action,
  })),
)

/** The uuid of a permission of the catalogue. */
export function permissionUuid(resourceType: string, action: Action): string {
  return namedUuid(`permission ${resourceType}.${action}`)
}
