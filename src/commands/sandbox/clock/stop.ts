import {clockCommand} from '../../../sandbox/clock-command.ts'

export default clockCommand({
  summary: 'Stop the sandbox’s clock',
  parameters: {},
  effect: {changes: 'stop the clock', idempotent: true},
  examples: [['Let time stand still', '']],
  act: (clock) => clock.stop(),
})
