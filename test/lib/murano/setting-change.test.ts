import {describe, expect, test} from 'vitest'
import {changed, typedValue, valueAt} from '../../../src/lib/murano/setting-change.ts'

const setting = {devmode: false, provisioning: {ip: {allowed: ['192.0.2.1']}}, limits: {daily: 5}}

describe('a value of a setting', () => {
  test('takes the place of the one at its path, and several become a list; the rest stays', () => {
    expect(changed(setting, 'limits.daily', [7], 'replace')).toEqual({...setting, limits: {daily: 7}})
    expect(changed(setting, 'limits.days', ['mon', 'tue'], 'replace')).toMatchObject({
      limits: {daily: 5, days: ['mon', 'tue']},
    })
    expect(setting.limits).toEqual({daily: 5})
  })

  test('is put at the end of a list, or makes one, and is there once', () => {
    const added = changed(setting, 'provisioning.ip.allowed', ['192.0.2.1', '192.0.2.2'], 'append')
    expect(valueAt(added, 'provisioning.ip.allowed')).toEqual(['192.0.2.1', '192.0.2.2'])
    expect(changed(setting, 'tags', ['a'], 'append')).toMatchObject({tags: ['a']})
    expect(() => changed(setting, 'limits', ['a'], 'append')).toThrow('limits is no list')
  })

  test('is merged into an object, and nothing else can be', () => {
    expect(changed(setting, 'provisioning', [{ip: {enabled: true}}], 'merge')).toMatchObject({
      provisioning: {ip: {enabled: true, allowed: ['192.0.2.1']}},
    })
    expect(() => changed(setting, 'devmode', [{a: 1}], 'merge')).toThrow('devmode is no object')
    expect(() => changed(setting, 'limits', ['a'], 'merge')).toThrow('--json-values')
  })

  test('is of the type that is named, or refused', () => {
    expect([typedValue('on', 'boolean'), typedValue('0', 'boolean'), typedValue('1.5', 'number')]).toEqual([
      true,
      false,
      1.5,
    ])
    expect([typedValue('007', 'text'), typedValue('{"a": 1}', 'json')]).toEqual(['007', {a: 1}])
    for (const [text, type] of [
      ['maybe', 'boolean'],
      ['seven', 'number'],
      ['{', 'json'],
    ] as const)
      expect(() => typedValue(text, type)).toThrow('VALUES')
  })
})
