import {describe, expect, it} from 'vitest'
import {isSecretName, maskJson} from '../../../src/lib/client/masking.ts'

describe('what is masked', () => {
  it('is what a name says, or any part of a nested one, however it is written', () => {
    const secret = ['password', 'access_token', 'Access-Token', 'a.b[0].password', 'callback.headers[1].x-key']
    expect(secret.filter((name) => !isSecretName(name))).toEqual([])
    expect(['name', 'passwords_set', 'header', 'a.tokens'].filter(isSecretName)).toEqual([])
  })

  it('is masked as a whole, also the headers of a callback', () => {
    const callback = {url: 'http://127.0.0.1/', headers: [{'x-key': 'k'}]}
    expect(maskJson({callback})).toEqual({callback: {url: 'http://127.0.0.1/', headers: '***'}})
  })
})
