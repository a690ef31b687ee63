import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type JsonValue} from '../../lib/client/wire.ts'
import {accountTypes} from '../account-fields.ts'
import {accountsBelow, addParent, edgesOf, relationshipView} from '../account-tree.ts'
import {type Caller} from '../caller.ts'
import {type Field, object, oneOf, readBody, required, uuid} from '../fields.ts'
import {listArray} from '../lists.ts'
import {type Account, accounts, relationships} from '../records.ts'
import {badRequest} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'

type AccountRequest = FastifyRequest<{Params: {account: string}; Querystring: {account_type?: string}}>

/** The account service: relationships between accounts. */
export function accountRelationships(app: FastifyInstance, {store}: Sandbox): void {
  app.get('/accounts/accounts/:account/relationships', (request: AccountRequest) => {
    const account = request.caller.mustSee(request.params.account)
    const edges = store.collection(relationships).find(edgesOf(account.uuid))
    const views = edges.map((edge) => relationshipView(store, edge))
    // Known clients send their trace here: what is no type of account is as if it were not there.
    const type = accountTypes.find((known) => known === request.query.account_type)
    return listArray(request, type ? views.filter(({source, target}) => otherEnd(source, target).type === type) : views)

    function otherEnd<End extends {uuid: string}>(source: End, target: End): End {
      return source.uuid === account.uuid ? target : source
    }
  })

  app.post('/accounts/relationships', (request, reply) => {
    const body = readBody(request, {
      type: required(oneOf(['parent'])),
      source: required(reference),
      target: required(reference),
    })
    const edge = store.transaction(() => {
      const target = request.caller.mustSee(body.target)
      const source = relatable(store, request.caller, body.source)
      refuseImpossible(store, source, target)
      return addParent(store, source.uuid, target.uuid)
    })
    return reply.code(201).send(relationshipView(store, edge))
  })
}

/** The account that is to get a parent: one that the caller sees, or one outside of every tree. */
function relatable(store: Store, caller: Caller, accountUuid: string): Account {
  const account = store.collection(accounts).get(accountUuid)
  const outside = account && account.parent_uuid === undefined && accountsBelow(store, accountUuid).length === 0
  return outside ? account : caller.mustSee(accountUuid)
}

function refuseImpossible(store: Store, source: Account, target: Account): void {
  if (source.parent_uuid !== undefined) {
    throw invalidSource('The account already has a parent.', 'has a parent already')
  }
  if (source.uuid === target.uuid || accountsBelow(store, source.uuid).includes(target.uuid)) {
    throw invalidSource('An account cannot be below itself.', 'is the target or above it')
  }
}

function invalidSource(message: string, problem: string) {
  return badRequest(message, [{field: 'source', message: problem}])
}

/** An account as a relationship names it: an object with its uuid. */
const reference: Field<string | undefined> = (value: JsonValue | undefined) => {
  const named = object()(value)
  if ('problem' in named || named.value === undefined) return named as {problem: string} | {value: undefined}
  const found = required(uuid())(named.value['uuid'] ?? undefined)
  return 'problem' in found ? {problem: `has a uuid that ${found.problem}`} : found
}
