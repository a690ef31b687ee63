import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {timer} from '../../../lib/murano/services/timer.ts'
import {type TimerStopped} from '../../../lib/murano/timer-started.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: timer,
  operation: 'cancel',
  arguments: {timer_id: 'TIMER'},
  reply: object<TimerStopped>({columns: ['result']}),
  examples: [['The request for one timer', 'reminder --solution clinic-monitor --dry-run']],
})
