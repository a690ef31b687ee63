import {expect, test} from 'vitest'
import {locateJsonFault} from '../../../src/lib/profile/json-position.ts'

function faultOf(text: string) {
  try {
    JSON.parse(text)
  } catch (error) {
    return locateJsonFault(text, error as SyntaxError)
  }
  throw new Error('valid JSON')
}

test.each([
  ['{\n  "a": x\n}', 2, 8],
  ['{"a": 1 "b": 2}', 1, 9],
  ['[\n1,\n]', 3, 1],
  ['{"a": true, "b": nul}', 1, 21],
  ['{"a": [1, 2', 1, 12],
  ['', 1, 1],
  ['{"a": 1}\n}', 2, 1],
])('%j is wrong in line %i, column %i', (text, line, column) => {
  expect(faultOf(text)).toMatchObject({line, column})
})

test('the reason quotes one character of the text at most', () => {
  expect(faultOf('{"password": Secret}').reason).toBe("unexpected token 'S'")
  expect(faultOf('{"password": "topsecret" "b"}').reason).not.toContain('topsecret')
})
