import {clockCommand} from '../../../sandbox/clock-command.ts'

export default clockCommand({
  summary: 'Show the time in the sandbox',
  parameters: {},
  examples: [['The time, and how far ahead it is', '']],
  act: (clock) => clock.state(),
})
