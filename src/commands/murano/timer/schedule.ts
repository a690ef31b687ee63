import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {timer} from '../../../lib/murano/services/timer.ts'
import {readPeriod, shortForm} from '../../../lib/murano/short-forms.ts'
import {milliseconds} from '../../../lib/murano/special-arguments.ts'
import {type TimerStarted} from '../../../lib/murano/timer-started.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: timer,
  operation: 'schedule',
  arguments: {
    schedule: shortForm(
      '--schedule',
      timer.operations.schedule.arguments.schedule,
      true,
      'hourly|daily|weekly|monthly|yearly',
      readPeriod,
    ),
    duration: milliseconds('sent as it is; the calendar decides', {required: false}),
  },
  reply: object<TimerStarted>({columns: ['timer_id', 'result'], id: 'timer_id'}),
  examples: [['Every day from now', '--schedule daily --timer-id report --solution clinic-monitor']],
})
