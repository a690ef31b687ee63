import {join} from 'node:path'
import {expect, test} from 'vitest'
import {loadCommands} from '../../src/lib/catalogue.ts'
import {root} from '../support/world.ts'

/** Why a command that changes something does not take rows. */
const without = {
  'is about this machine, not about many things of a service': [
    'config secrets delete',
    'jobs cancel',
    'jobs prune',
    'ledger undo',
    'profiles delete',
  ],
  'is about the sandbox itself': [
    ...[
      'clock advance',
      'clock start',
      'clock stop',
      'deliveries resend',
      'device write',
      'faults clear',
      'faults set',
    ],
    ...['inbound', 'lambdas delete', 'lambdas set', 'load', 'outbox clear', 'reset'],
  ].map((words) => `sandbox ${words}`),
  'takes a filing, which is shown and looked through before it goes': [
    '10dlc brands register',
    '10dlc campaigns register',
    '10dlc register',
  ],
  'takes a file of its own': ['contacts import'],
  'takes any request: its rows would have nothing in common': ['api'],
  'finds the numbers itself; numbers provision takes rows': ['numbers search'],
}

test('every command that changes something takes rows, or there is a reason why not', async () => {
  const commands = await loadCommands(join(root, 'src/commands'), '.ts')
  const changing = commands.filter(({command: {shape}}) => shape.effect !== undefined)
  const rowless = changing.filter(({command: {shape}}) => shape.takesRows !== true).map(({id}) => id)
  expect(rowless.sort()).toEqual(Object.values(without).flat().sort())
})
