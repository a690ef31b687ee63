import listAccounts from './commands/accounts/list.ts'
import listActivityTypes from './commands/activity/types/list.ts'
import listPermissions from './commands/auth/permissions/list.ts'
import listChannels from './commands/chat/channels/list.ts'
import listContacts from './commands/contacts/list.ts'
import listDestinations from './commands/destinations/list.ts'
import listProducts from './commands/entitlements/products/list.ts'
import listFormTemplates from './commands/forms/templates/list.ts'
import listLambdas from './commands/lambdas/list.ts'
import {listUserMedia} from './commands/media/list.ts'
import listConversations from './commands/messaging/conversations/list.ts'
import listSubsystems from './commands/metadata/list.ts'
import listRegistrations from './commands/mobile/registrations/list.ts'
import listNumberStates from './commands/numbers/states.ts'
import listScopes from './commands/oauth/scopes.ts'
import validateToken from './commands/oauth/tokens/check.ts'
import {listAllowedObjects} from './commands/objects/list.ts'
import listProperties from './commands/properties/list.ts'
import listProviders from './commands/providers/list.ts'
import listApps from './commands/pubsub/apps/list.ts'
import listResources from './commands/resources/list.ts'
import listEvents from './commands/scheduler/list.ts'
import listShortUrls from './commands/short-urls/list.ts'
import listUsageTemplates from './commands/usage/templates/list.ts'
import listExtensions from './commands/voice/extensions.ts'
import whoami from './commands/whoami.ts'
import listWorkflowTemplates from './commands/workflows/templates/list.ts'
import {checkToken, listBusinesses} from './lib/murano/session-calls.ts'
import {listSolutions} from './lib/murano/solution-calls.ts'
import {probe, unreadable} from './lib/status/probe.ts'

/** The services of both platforms, each with its cheapest call that only reads: the platforms have none that asks for health. */
export const services = [
  probe(validateToken, {
    service: 'token',
    inputs: async (tokens) => ({access_token: await tokens.accessToken()}),
  }),
  probe(listAccounts),
  probe(listActivityTypes),
  probe(listPermissions),
  probe(listChannels),
  probe(listContacts),
  probe(listDestinations),
  unreadable('email'),
  probe(listProducts),
  probe(listFormTemplates),
  probe(whoami),
  probe(listLambdas),
  probe(listUserMedia),
  probe(listConversations),
  probe(listSubsystems),
  probe(listRegistrations),
  probe(listScopes),
  probe(listAllowedObjects),
  probe(listProperties),
  probe(listProviders),
  probe(listApps),
  probe(listResources),
  probe(listEvents),
  probe(listShortUrls),
  probe(listNumberStates),
  probe(listUsageTemplates),
  probe(listExtensions),
  probe(listWorkflowTemplates),
  probe(checkToken, {
    service: 'murano',
    inputs: async (tokens) => ({token: await tokens.muranoToken()}),
  }),
  probe(listBusinesses, {service: 'murano-businesses'}),
  probe(listSolutions, {service: 'murano-solutions'}),
]
