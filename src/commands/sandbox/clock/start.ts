import {clockCommand} from '../../../sandbox/clock-command.ts'

export default clockCommand({
  summary: 'Let the sandbox’s clock run on',
  parameters: {},
  effect: {changes: 'start the clock', idempotent: true},
  examples: [['Run on from where it stands', '']],
  act: (clock) => clock.start(),
})
