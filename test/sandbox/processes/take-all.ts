/** Takes every number it can get, together with others that do the same, and prints those it got. Arguments: FILE NAME. */
import {openSandbox} from '../../../src/sandbox/sandbox.ts'

const [file = '', name = ''] = process.argv.slice(2)
const {store, clock} = openSandbox({file, numbers: 400})
const taken = store.numbers
  .available({}, 400)
  .filter((number) => store.numbers.provision(number, {account_uuid: name}, clock.now()))
store.transaction(() => store.setSetting('counter', (store.setting<number>('counter') ?? 0) + taken.length))
process.stdout.write(JSON.stringify(taken))
