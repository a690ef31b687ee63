import {assignments} from '../../../lib/murano/assignments.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {tsdb} from '../../../lib/murano/services/tsdb.ts'
import {empty} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: tsdb,
  operation: 'write',
  arguments: {
    metrics: assignments('METRICS...', 'metrics', 'values, such as temperature=4.2', {required: true, typed: true}),
    tags: assignments('--tag', 'tags', 'tags of the values (repeat for more)', {required: false, typed: false}),
    ts: '--ts',
  },
  reply: empty('Written.'),
  examples: [
    ['Two values, now', 'temperature=4.2 humidity=38 --tag identity=fridge-01 --solution Sandpit'],
    ['At a time', 'temperature=4.2 --ts 1737385200s --solution Sandpit'],
  ],
})
