import {lockCall} from '../../../lib/murano/lock-call.ts'

export default lockCall({
  locked: false,
  summary: 'Let a locked device in again',
  effect: {changes: 'unlock'},
  done: 'The device is unlocked.',
  examples: [['By identity', 'fridge-03 --product fridge']],
})
