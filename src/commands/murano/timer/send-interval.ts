import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {timer} from '../../../lib/murano/services/timer.ts'
import {milliseconds} from '../../../lib/murano/special-arguments.ts'
import {type TimerStarted} from '../../../lib/murano/timer-started.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: timer,
  operation: 'sendInterval',
  arguments: {duration: milliseconds('how long from one time to the next', {required: true}), message: '--message'},
  reply: object<TimerStarted>({columns: ['timer_id', 'result'], id: 'timer_id'}),
  examples: [['Every quarter of an hour', '--duration 15m --timer-id check --solution clinic-monitor']],
})
