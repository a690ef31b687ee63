import {expect, test} from 'vitest'
import {type JsonObject} from '../../../src/lib/client/wire.ts'
import {overlay} from '../../../src/lib/operation/overlay.ts'

test('values that are not named stay, however deep', () => {
  const account = {name: 'A', address: {city: 'Tampa', state: 'FL'}}
  expect(overlay(account, {address: {city: 'Venice'}})).toEqual({name: 'A', address: {city: 'Venice', state: 'FL'}})
})

test('new names are added, null is a value', () => {
  expect(overlay({name: 'A'}, {reference: null, address: {city: 'Tampa'}})).toEqual({
    name: 'A',
    reference: null,
    address: {city: 'Tampa'},
  })
})

test('lists are replaced whole', () => {
  const account = {contacts: [{phone: '1', email: 'a@b.example'}, {phone: '2'}]}
  expect(overlay(account, {contacts: [{phone: '3'}]})).toEqual({contacts: [{phone: '3'}]})
})

test('a value takes the place of an object, and an object that of a value', () => {
  expect(overlay({a: {b: 1}, c: 2}, {a: 3, c: {d: 4}})).toEqual({a: 3, c: {d: 4}})
})

test('what was read is left as it is', () => {
  const account = {address: {city: 'Tampa'}}
  overlay(account, {address: {city: 'Venice'}})
  expect(account).toEqual({address: {city: 'Tampa'}})
})

test('a field called __proto__ is a field', () => {
  const merged = overlay({name: 'A'}, JSON.parse('{"__proto__": {"admin": true}}') as JsonObject)
  expect(Object.hasOwn(merged as object, '__proto__')).toBe(true)
  expect((merged as {admin?: boolean}).admin).toBeUndefined()
})
