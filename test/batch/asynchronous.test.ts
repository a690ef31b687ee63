import {join} from 'node:path'
import {expect, test} from 'vitest'
import {loadCommands} from '../../src/lib/catalogue.ts'
import {type Declaration} from '../../src/lib/operation/declaration.ts'
import {surfaceOf} from '../../src/lib/surface.ts'
import {root} from '../support/world.ts'

/** Why a command that begins what goes on by itself does not wait for it. */
const without: Readonly<Record<string, readonly string[]>> = {
  'waits always: each of its steps builds on the one before': ['create', 'delete', 'update'].map(
    (verb) => `resource-groups ${verb}`,
  ),
  'goes on when it is run again, and says with exit 8 that it must be': ['apply'],
  'changes nothing': ['plan'],
}

const commands = await loadCommands(join(root, 'src/commands'), '.ts')

/** Whether the service goes on working after it has answered. */
function isAsynchronous({effect, reply, followed}: Partial<Declaration>): boolean {
  return effect !== undefined && (reply?.pending === true || followed !== undefined)
}

test('every command that begins what goes on by itself has --wait and --timeout, or there is a reason why not', () => {
  const asynchronous = commands.filter(({command: {shape, calls}}) =>
    [shape, ...calls.map((call) => call.shape)].some((one) => isAsynchronous(one)),
  )
  expect(asynchronous.length).toBeGreaterThan(20)
  const lacking = asynchronous.filter(({command: {shape}}) => {
    const {flags} = surfaceOf(shape)
    return !('wait' in flags && 'timeout' in flags)
  })
  expect(lacking.map(({id}) => id).sort()).toEqual(Object.values(without).flat().sort())
})
