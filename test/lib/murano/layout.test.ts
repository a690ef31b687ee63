import {describe, expect, test} from 'vitest'
import {isNamed, layoutOf} from '../../../src/lib/murano/code/layout.ts'
import {handlerOfPath, isInside, moduleName, modulePath} from '../../../src/lib/murano/code/paths.ts'
import {selectionOf} from '../../../src/lib/murano/code/selection.ts'
import {canBeHere, usualPath} from '../../../src/lib/murano/code/usual-path.ts'

describe('the layout of a project', () => {
  test('is MrMurano’s where nothing is said', () => {
    const {endpoints, handlers} = layoutOf({}, {})
    const {has} = selectionOf(endpoints)
    expect(['routes/a.lua', 'routes/x/a.lua', 'endpoints/a.lua', 'endpoints/x/a.lua'].every(has)).toBe(true)
    expect(['routes/a_test.lua', 'routes/.a.lua', 'modules/a.lua', 'routes/x/y/a.lua'].some(has)).toBe(false)
    expect(selectionOf(handlers).has('eventhandlers/timer_timer.lua')).toBe(true)
  })

  test('follows the settings, and over them the project file', () => {
    const config = {
      application: {id: 'app1'},
      location: {modules: 'lib', files: 'public'},
      modules: {'no-nesting': true, searchFor: '*.lua */*.lua'},
      files: {default_page: 'home.html'},
    }
    const layout = layoutOf(config, {assets: {location: 'web', include: '**/*.html'}, resources: {include: 'r.yaml'}})
    expect(layout).toMatchObject({
      application: 'app1',
      product: undefined,
      modules: {location: 'lib', nested: false, include: ['*.lua', '*/*.lua']},
      files: {location: 'web', include: ['**/*.html'], defaultPage: 'home.html'},
      resources: 'specs/r.yaml',
    })
  })

  test('takes patterns with braces that lead beside the folder, but not out of the project', () => {
    const {folders, has} = selectionOf({location: 'routes', include: ['{,../endpoints}/*.lua'], exclude: ['**/.*']})
    expect(folders.sort()).toEqual(['endpoints', 'routes'])
    expect(['routes/a.lua', 'endpoints/a.lua'].every(has)).toBe(true)
    expect(() => selectionOf({location: 'routes', include: ['../../*.lua'], exclude: []})).toThrow('leads out')
  })
})

test('folders are part of the names of modules, unless a project says otherwise', () => {
  expect(moduleName('util/text.lua', {nested: true})).toBe('util.text')
  expect(moduleName('util/text.lua', {nested: false})).toBe('text')
  expect(modulePath('util.text', {nested: true})).toBe('util/text.lua')
})

test('a handler’s file may say by its name what it is for', () => {
  expect(handlerOfPath('services/timer_timer.lua')).toEqual({service: 'timer', event: 'timer'})
  expect(handlerOfPath('services/device2/event.lua')).toEqual({service: 'device2', event: 'event'})
  expect(handlerOfPath('websocket_websocket_info.lua')).toEqual({service: 'websocket', event: 'websocket_info'})
  expect(handlerOfPath('product.lua')).toBeUndefined()
})

test('patterns name handlers by service, or service and event', () => {
  const here = {service: 'p1', event: 'event'}
  expect(['p1', '*.event', 'p1.event'].every((pattern) => isNamed([pattern], here))).toBe(true)
  expect(isNamed(['timer.timer', '*.timer'], here)).toBe(false)
})

test('whatever a thing is called there, its file is in the project', () => {
  const layout = layoutOf({}, {})
  const endpoint = {method: 'GET', path: '/', content_type: ''}
  expect(usualPath({kind: 'endpoints', name: 'GET /', checksum: '', endpoint}, layout)).toBe('routes/root.get.lua')
  const names = ['/../../.bashrc', '/a/../../b', '/.hidden', '/']
  expect(names.map((name) => canBeHere({kind: 'files', name, checksum: ''}, layout))).toEqual([
    ...[false, false, false, true],
  ])
  expect(canBeHere({kind: 'modules', name: 'a_test', checksum: ''}, layout)).toBe(false)
  expect(['', '../a', '/a', 'C:\\a', 'a\\..\\b'].some(isInside)).toBe(false)
})
