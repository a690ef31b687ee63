import {loadable} from '../loading/loadable.ts'
import {id, text, things} from '../loading/schemas.ts'
import {providerConnections, providers} from '../providers/records.ts'
import {identities} from '../records.ts'

/** What of the provider service can be loaded. Tokens are not kept, and so in no dump. */
export const providerCollections = {
  providers: loadable(providers, {
    fields: {uuid: id, name: text, description: text, type: text, policies: things},
    required: ['name'],
    defaults: {description: '', type: 'identity', policies: []},
  }),
  connections: loadable(providerConnections, {
    fields: {
      ...{uuid: id, provider_uuid: id, policy_uuid: id, user_name: text},
      ...{user_uuid: id, display_name: text, email: text},
    },
    required: ['provider_uuid', 'policy_uuid', 'user_uuid', 'user_name'],
    complete: ({user_name = '', display_name = user_name, email = user_name}) => ({display_name, email}),
    refers: {provider_uuid: providers, user_uuid: identities},
  }),
}
