import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {timer} from '../../../lib/murano/services/timer.ts'
import {type TimerStopped} from '../../../lib/murano/timer-started.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: timer,
  operation: 'cancel_all',
  reply: object<TimerStopped>({columns: ['result']}),
  examples: [['All of a solution', '--solution Sandpit']],
})
