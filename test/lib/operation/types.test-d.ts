/** What must not compile: `npx tsc` fails where one of these lines does. Nothing of it runs. */
import {wholeBody} from '../../../src/lib/body-parameter.ts'
import {type Caller, list, object} from '../../../src/lib/operation/declaration.ts'
import {operation} from '../../../src/lib/operation.ts'
import {account, filters, integer, text} from '../../../src/lib/parameters.ts'

interface Thing {
  id: string
  size: number
  address: {city: string}
}

const rest = {operation: 'Fixtures.types', summary: 'Prove types', examples: []} as const
const reply = object<Thing>({columns: ['id', 'size', 'address.city'], id: 'id'})
const id = text('ID', 'the thing')

export const getThing = operation({
  ...rest,
  request: 'GET /accounts/{account_uuid}/things/{id}',
  parameters: {id, account_uuid: account(), tier: integer('--tier', 'price tier', {in: 'query'}), filter: filters()},
  reply,
})

export const updateThing = operation({
  ...rest,
  request: {line: 'PUT /things/{id}'},
  parameters: {id, size: integer('--size', 'its size', {required: true}), body: wholeBody('the rest')},
  reply,
})

// @ts-expect-error a variable of the path has no parameter
operation({...rest, request: 'GET /accounts/{account_uuid}/things/{id}', parameters: {id}, reply})

// @ts-expect-error a variable of the path has no parameter, in the longer form of a request, too
operation({...rest, request: {line: 'GET /things/{id}', auth: 'none'}, parameters: {}, reply})

// @ts-expect-error a name in the path goes nowhere else
operation({...rest, request: 'GET /things/{id}', parameters: {id: text('ID', 'the thing', {in: 'query'})}, reply})

// @ts-expect-error the path has no such name
operation({...rest, request: 'GET /things', parameters: {id: text('ID', 'the thing', {in: 'path'})}, reply})

// @ts-expect-error a GET has no body
operation({...rest, request: 'GET /things', parameters: {size: integer('--size', 'its size', {in: 'body'})}, reply})

// @ts-expect-error a GET has no whole body either
operation({...rest, request: 'GET /things', parameters: {body: wholeBody('all of it')}, reply})

// @ts-expect-error there is no such place
text('--size', 'its size', {in: 'cookie'})

// @ts-expect-error a request line begins with a method
operation({...rest, request: 'FETCH /things', parameters: {}, reply})

// @ts-expect-error there is no such kind of authorization
operation({...rest, request: {line: 'GET /things', auth: 'digest'}, parameters: {}, reply})

// @ts-expect-error the reply has no such column
object<Thing>({columns: ['id', 'colour']})

// @ts-expect-error nor one that leads through a field that is not there
list<Thing>({columns: ['home.city'], noun: 'things'})

// @ts-expect-error nor such an id
list<Thing>({columns: ['id'], id: 'uuid', noun: 'things'})

// @ts-expect-error rows that are plain values have the column “value”
list<string>({columns: ['name'], noun: 'names'})

// @ts-expect-error a default is of the type of the value
integer('--tier', 'price tier', {default: 'one'})

/** What code hands in and gets back is typed. */
export async function calls(caller: Caller): Promise<string[]> {
  const thing: Thing = await caller.call(getThing, {id: 'T1'})
  await caller.call(getThing, {id: 'T1', account_uuid: 'A', tier: 2, filter: {status: 'Active'}})
  // @ts-expect-error a required value is missing
  await caller.call(updateThing, {id: 'T1', body: {}})
  // @ts-expect-error a value is of another type
  await caller.call(getThing, {id: 'T1', tier: '2'})
  // @ts-expect-error a field of the reply has its own type
  const size: string = thing.size
  return [thing.id, size]
}

operation({
  ...rest,
  request: 'POST /things',
  parameters: {name: text('NAME', 'its name'), size: integer('--size', 'its size'), account_uuid: account()},
  reply,
  async settle(_caller, {name, size, account_uuid}) {
    const known: string = name + account_uuid
    // @ts-expect-error a flag may have been left out
    const wrong: number = size
    return {done: true, reply: {id: known, size: wrong, address: {city: ''}}}
  },
})
