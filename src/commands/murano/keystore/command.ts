import {type KeyValue} from '../../../lib/murano/keystore-value.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {keystore} from '../../../lib/murano/services/keystore.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: keystore,
  operation: 'command',
  arguments: {command: 'COMMAND', key: 'KEY', args: 'ARGS...'},
  description: 'An argument that begins with a dash stands behind --, as in: lrange queue -- 0 -1',
  reply: object<KeyValue>({columns: ['value'], id: 'value', alone: 'value'}),
  examples: [
    ['Count up', 'incrby visits 1 --solution Sandpit'],
    ['Put something into a list', 'lpush queue first second --solution Sandpit'],
  ],
})
