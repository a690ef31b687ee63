import {describe, expect, test} from 'vitest'
import {hideValue, maskHeaders, maskJson, maskPath, maskText} from '../../../src/lib/client/masking.ts'
import {serviceError} from '../../../src/lib/client/service-error.ts'

describe('a URL that lets in whoever has it', () => {
  const signed = 'https://files.example.com/a?expires=1&signature=s3cret&X-Amz-Signature=s3cret&sig=s3cret'
  const masked = 'https://files.example.com/a?expires=1&signature=***&X-Amz-Signature=***&sig=***'

  test('is shown without its signature, in bodies, headers and paths', () => {
    expect(maskJson({content_url: signed, list: [{location: signed}]})).toEqual({
      ...{content_url: masked, list: [{location: masked}]},
    })
    expect(maskHeaders({location: signed})).toEqual({location: masked})
    expect(maskPath('/content?signature=s3cret')).toBe('/content?signature=***')
  })

  test('is told from a field that is called like it', () => {
    expect(maskJson({signature: 'Yours, Ada', note: 'signature=x'})).toEqual({
      signature: 'Yours, Ada',
      note: 'signature=x',
    })
  })
})

test('a URL is shown without its user and password, in bodies, headers, paths and texts', () => {
  const [url, masked] = ["http://ada:s3c@ret'@h.example:1/a@b?token=x", 'http://***@h.example:1/a@b?token=***']
  expect(maskJson({callback: {url}, note: `at ${url}`})).toEqual({
    ...{callback: {url: masked}, note: 'at http://***@h.example:1/a@b?token=x'},
  })
  expect([maskHeaders({location: url}), maskPath(url)]).toEqual([{location: masked}, masked])
  expect(maskText('{"url":"redis://:s3cret@h", "to": "a@b.example", broken')).toBe(
    '{"url":"redis://***@h", "to": "a@b.example", broken',
  )
})

test('a secret that is known by its value is masked under any name, also where a service repeats it', () => {
  hideValue('harbour-7')
  hideValue('ab')
  expect(maskJson({note: 'harbour-7', list: ['to harbour-7'], short: 'ab', about: 'cab'})).toEqual({
    ...{note: '***', list: ['to ***'], short: '***', about: 'cab'},
  })
  expect(maskText('no {harbour-7')).toBe('no {***')
  const reply = {status: 400, headers: {}, text: '{"message":"harbour-7 is too short."}'}
  const {message} = serviceError(reply, {host: 'api', idempotent: true, traceId: ''})
  expect(message).toBe('*** is too short.')
})
