import {expect, test} from 'vitest'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {startPty} from '../support/pty.ts'
import {bin} from '../support/world.ts'

test.each([
  ['auth roles delete 829ec1b9-5346-5b10-8cb0-566d28fb26ab', ['Name: ', 'Groups: ']],
  ['pubsub subscriptions delete d332f67c-f289-5524-8bb2-e82be21bf956', ['Callback url: http://127.0.0.1:4020/hooks']],
  ['contacts delete 04054bac-90a6-56f3-87c9-bbed9a61146c', ['Name']],
  ['chat channels delete 76e46975-a37a-51b7-83e7-a648f6b45cc1', ['Name: ']],
  ['forms delete 62df7bf4-5f1c-51a9-a1ba-983b190edc3b', ['Name: ']],
])('a terminal sees what is hit before it is asked: %s', async (line, shown) => {
  const [world] = freshWorlds(1)
  const env = {...world!.env, TERM: 'xterm-256color', NO_COLOR: '1'}
  const run = startPty(process.execPath, [bin, ...line.split(' ')], {env, cwd: world!.home, columns: 160})
  await run.shows('(it cannot be undone)?')
  for (const text of shown) expect(run.output()).toContain(text)
  run.pty.write('n\r')
  expect(await run.exit).toBe(130)
})
