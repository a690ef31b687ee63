import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {keystore} from '../../../lib/murano/services/keystore.ts'
import {object} from '../../../lib/operation/declaration.ts'

interface KeystoreInfo {
  /** The most that there may be. */
  quota: {keys: number}
  /** What there is; the size in bytes. */
  usage: {keys: number; size: number}
}

export default serviceOperation({
  service: keystore,
  operation: 'info',
  reply: object<KeystoreInfo>({columns: ['usage.keys', 'usage.size', 'quota.keys']}),
  examples: [['How full it is', '--solution Sandpit']],
})
