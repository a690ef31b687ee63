import {describe, expect, test} from 'vitest'
import {type WireRequest} from '../../../src/lib/client/wire.ts'
import {clientOf, failure, get, json, serve} from './support.ts'

const deletion: WireRequest = {...get, method: 'DELETE'}

/** A service that does what it is asked and loses its first reply; from then on, the thing is gone. */
async function forgetful(): Promise<string> {
  const {url} = await serve((response, _, nth) => {
    if (nth === 1) response.destroy()
    else json(response, 404, {code: '404', message: 'It was not found.'})
  })
  return url
}

describe('a thing that is not found', () => {
  test('was deleted, when the reply to deleting it was lost before', async () => {
    expect(await clientOf(await forgetful()).send(deletion)).toMatchObject({status: 404, body: undefined})
  })

  test('is an error, when it is read', async () => {
    expect(await failure(clientOf(await forgetful()).send(get))).toMatchObject({status: 404})
  })

  test('is an error, when it is to be deleted and was not there', async () => {
    const {url} = await serve((response) => json(response, 404, {message: 'It was not found.'}))
    expect(await failure(clientOf(url).send(deletion))).toMatchObject({status: 404})
  })

  test('is an error, when the service did nothing before but ask for patience', async () => {
    const {url} = await serve((response, _, nth) =>
      nth === 1 ? json(response, 429, {}, {'retry-after': '0'}) : json(response, 404, {message: 'It was not found.'}),
    )
    expect(await failure(clientOf(url).send(deletion))).toMatchObject({status: 404})
  })
})
