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
  'makes many changes as it is': ['apply', 'debug replay', 'pubsub resend'],
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
  ]
    .map((words) => `sandbox ${words}`)
    .concat('pubsub trigger'),
  'takes a filing, which is shown and looked through before it goes': [
    '10dlc brands register',
    '10dlc campaigns register',
    '10dlc register',
  ],
  'takes a file of its own': [
    'contacts import',
    'murano content upload',
    'murano keystore import',
    'murano tsdb import',
  ],
  'takes any request: its rows would have nothing in common': ['api', 'murano call', 'murano timeseries command'],
  'goes on until it is stopped': ['pubsub listen'],
  'changes one part of something that is read and written whole, or many of its parts at once': [
    ...['env set', 'env unset', 'settings write', 'devices state set', 'devices write'],
    ...['gateway identity-format set', 'gateway protocol set', 'gateway provisioning set'],
    ...['gateway resources delete', 'gateway resources set'],
  ].map((words) => `murano ${words}`),
  'is one of the many files that murano push takes': [
    'murano endpoints set',
    'murano handlers delete',
    'murano handlers put',
    'murano push',
    'murano syncup',
  ],
  'is one of the many things that a plan describes': [
    'murano services add',
    'murano solutions link',
    'murano solutions unlink',
  ],
  'stores a key here for each device': ['murano devices activate'],
  'finds the numbers itself; numbers provision takes rows': ['numbers search'],
}

test('every command that changes something takes rows, or there is a reason why not', async () => {
  const commands = await loadCommands(join(root, 'src/commands'), '.ts')
  const changing = commands.filter(({command: {shape}}) => shape.effect !== undefined)
  const rowless = changing.filter(({command: {shape}}) => shape.takesRows !== true).map(({id}) => id)
  expect(rowless.sort()).toEqual(Object.values(without).flat().sort())
})
