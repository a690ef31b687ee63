import {webservice as facts} from '../../../../lib/murano/services/webservice.ts'
import {declaredService} from '../declared-service.ts'
import {typeErrorAndStatus} from '../failure-shapes.ts'
import {missing} from '../failure.ts'
import {pendingRequests} from './pending-requests.ts'

export const webservice = declaredService(
  facts,
  {
    api_reply({request_id, code, headers, message}, {sandbox, solution}) {
      const pending = sandbox.store.collection(pendingRequests)
      const request = pending.get(request_id)
      if (request?.solution_id !== solution.id || request.answer) throw missing(`Pending request ${request_id}`)
      pending.put({...request, answer: {code, headers, message}})
      return undefined
    },
  },
  typeErrorAndStatus,
)
