import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {expect, onTestFinished, test} from 'vitest'
import {type Message} from '../../src/lib/messaging/message.ts'
import {instances} from '../../src/sandbox/workflows/records.ts'
import {receiveText} from '../../src/sandbox/messaging/inbound.ts'
import {servedSandbox} from '../support/served-sandbox.ts'
import {bin} from '../support/world.ts'

const ended = '5e594300-27b8-5120-874b-68d8007e3dc9'

test('messages of all conversations of a user are told as they come, each once, also when the token has ended', async () => {
  const {sandbox, world} = await servedSandbox()
  const args = [bin, 'messaging', 'tail', '--limit', '1', '-o', 'ndjson']
  const child = spawn(process.execPath, args, {env: world.env, cwd: world.home, stdio: ['ignore', 'pipe', 'ignore']})
  onTestFinished(() => void child.kill('SIGKILL'))
  const texts: string[] = []
  const write = (from: string, text: string) => receiveText(sandbox, {from, to: '+19412340003', text})
  for await (const line of createInterface({input: child.stdout})) {
    texts.push((JSON.parse(line) as Message).content[0]!.body)
    if (texts.length === 1) {
      write('+14155550142', 'one')
      sandbox.clock.advance(1)
      write('+14155550143', 'two')
    } else if (texts.length === 3) {
      sandbox.clock.advance(7 * 86_400_000)
      write('+14155550142', 'three')
    } else if (texts.length === 4) break
  }
  expect(texts.slice(1)).toEqual(['one', 'two', 'three'])
  child.kill('SIGINT')
  expect(await once(child, 'close')).toEqual([130, null])
})

test('a workflow is told to its end, which decides the exit code', async () => {
  const {sandbox, world} = await servedSandbox()
  const done = await world.run(['workflows', 'tail', ended, '-o', 'ndjson'])
  expect(done.exitCode).toBe(0)
  expect(JSON.parse(done.stdout)).toMatchObject({name: 'sum', result_type: 'complete', result: {sum: 5}})
  sandbox.store.collection(instances).update(ended, (instance) => ({...instance, result_type: 'cancelled'}))
  const failed = await world.run(['workflows', 'tail', ended, '--since', '2025-01-21', '-o', 'id'])
  expect(failed).toMatchObject({exitCode: 6, stdout: ''})
  expect(failed.stderr).toContain(`workflows history instance ${ended}`)
})
