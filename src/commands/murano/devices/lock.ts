import {lockCall} from '../../../lib/murano/lock-call.ts'

export default lockCall({
  locked: true,
  summary: 'Lock a device out, until it is unlocked',
  effect: {changes: 'lock out', disruptive: true},
  done: 'The device is locked.',
  examples: [['By identity', 'fridge-01 --product fridge']],
})
