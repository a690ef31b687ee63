import {describe, expect, test} from 'vitest'
import {maskHeaders, maskJson, maskPath} from '../../../src/lib/client/masking.ts'

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
