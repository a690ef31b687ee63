import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {keystore} from '../../../lib/murano/services/keystore.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: keystore,
  operation: 'list',
  reply: list<string>({columns: ['value'], id: 'value', noun: 'keys', paging: 'none', unwrap: 'keys'}),
  examples: [['All keys', '--solution clinic-monitor']],
})
