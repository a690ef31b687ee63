import {expect, test} from 'vitest'
import {byteSize} from '../../../src/lib/output/byte-size.ts'

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [1_250_000, '1.3 MB'],
  [123_456_789, '123 MB'],
  [2 ** 31, '2.1 GB'],
  [5e15, '5000 TB'],
])('%i bytes are %s', (bytes, text) => {
  expect(byteSize(bytes)).toBe(text)
})
