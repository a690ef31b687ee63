import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {webservice} from '../../../lib/murano/services/webservice.ts'
import {empty} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: webservice,
  operation: 'api_reply',
  arguments: {request_id: 'REQUEST', code: '--code'},
  description: 'Ids of requests are known to scripts only: the event request has them.',
  reply: empty('Answered.'),
  examples: [['The request', `5a0b --code 200 --headers '{}' --message done --solution clinic-monitor --dry-run`]],
})
