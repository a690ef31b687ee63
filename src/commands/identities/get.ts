import {type Identity, identityDetails, identityWithAll} from '../../lib/identities/identity.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {variants} from '../../lib/operation/variants.ts'
import {choice, uuid} from '../../lib/parameters.ts'

const request = 'GET /identity/identities/{user_uuid}'

export const getIdentity = operation({
  operation: 'Identity.getIdentity',
  summary: 'Show one identity',
  request,
  parameters: {
    user_uuid: uuid('USER', 'user to show'),
    include: choice('--include', 'what else to put into the reply', ['alias', 'properties']),
  },
  reply: object<Identity>({columns: identityDetails, id: 'uuid'}),
  examples: [
    ['Name, address and status', 'eb296a99-5e24-5d6d-bcfc-af60222222f4'],
    ['The aliases alone', 'eb296a99-5e24-5d6d-bcfc-af60222222f4 --include alias --jq .aliases'],
  ],
})

const detailed = operation({
  operation: 'Identity.getIdentityDetails',
  summary: 'Show aliases and properties, too',
  request: {line: request, fixedQuery: {include: ['alias', 'properties']}},
  parameters: {
    user_uuid: uuid('USER', 'user to show'),
  },
  reply: object<Identity>({columns: identityWithAll, id: 'uuid'}),
  examples: [['With aliases and properties', 'eb296a99-5e24-5d6d-bcfc-af60222222f4 --details']],
})

export default variants(getIdentity, {'--details': detailed})
