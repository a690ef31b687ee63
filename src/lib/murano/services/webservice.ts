import {type ServiceFacts} from '../service-facts.ts'

export const webservice = {
  service: 'Webservice',
  alias: 'webservice',
  summary: 'the HTTP side of a solution',
  operations: {
    api_reply: {
      summary: 'Answer a request to the solution that waits for it',
      effect: {changes: 'answer'},
      arguments: {
        request_id: {type: 'string', description: 'id of the request'},
        server_ip: {type: 'string', description: 'address of the node that holds the connection'},
        code: {type: 'integer', minimum: 100, maximum: 599, description: 'status to answer with'},
        headers: {type: 'object', description: 'headers to answer with'},
        message: {type: 'string', description: 'body to answer with'},
      },
      required: ['request_id', 'code', 'headers', 'message'],
      container: {name: 'response', holds: ['code', 'headers', 'message']},
      replies: {
        200: {description: 'answered'},
        404: {description: 'no such request waits'},
      },
    },
  },
  events: {
    request: {
      summary: 'A client has called an endpoint of the solution',
      parameter: 'request',
      argument: {
        request_id: {type: 'string', description: 'id of the request, for an answer'},
        server_ip: {type: 'string', description: 'address of the node that holds the connection'},
        method: {type: 'string', description: 'method of the request'},
        uri: {type: 'string', description: 'address of the request'},
        route: {type: 'string', description: 'path of the endpoint, as it was made'},
        headers: {type: 'object', description: 'headers of the request'},
        parameters: {type: 'object', description: 'parameters of the query'},
        body: {type: 'object', description: 'body of the request, which was JSON'},
        timestamp: {type: 'integer', description: 'when it came'},
      },
    },
  },
} as const satisfies ServiceFacts
