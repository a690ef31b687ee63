import {duration} from '../../../lib/parameters.ts'
import {clockCommand} from '../../../sandbox/clock-command.ts'

export default clockCommand({
  summary: 'Move the sandbox’s clock on',
  parameters: {
    duration: duration('DURATION', 'how far, e.g. 30s, 5m, 2h or 3d'),
  },
  effect: {changes: 'advance the clock'},
  examples: [
    ['Let access tokens expire', '2h'],
    ['Let a campaign be reviewed', '3d'],
  ],
  act: (clock, {duration: milliseconds}) => clock.advance(milliseconds),
})
