import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {timer} from '../../../lib/murano/services/timer.ts'
import {milliseconds} from '../../../lib/murano/special-arguments.ts'
import {type TimerStarted} from '../../../lib/murano/timer-started.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: timer,
  operation: 'sendAfter',
  arguments: {duration: milliseconds('how long from now', {required: true}), message: '--message'},
  reply: object<TimerStarted>({columns: ['timer_id', 'result'], id: 'timer_id'}),
  examples: [
    ['In a minute', `--duration 60s --message 'Look at the refrigerator.' --solution clinic-monitor`],
    ['With an id of its own', '--duration 1h --timer-id reminder --solution clinic-monitor'],
  ],
})
