/** HAR 1.2 as JSON Schema: what readers of the format rely on. */
const text = {type: 'string'}
const pairs = {
  type: 'array',
  items: {type: 'object', required: ['name', 'value'], properties: {name: text, value: text}},
}
const size = {type: 'integer', minimum: -1}
const known = {type: 'number', minimum: 0}
const maybe = {anyOf: [known, {const: -1}]}

const message = {
  type: 'object',
  required: ['httpVersion', 'cookies', 'headers', 'headersSize', 'bodySize'],
  properties: {httpVersion: text, cookies: {type: 'array'}, headers: pairs, headersSize: size, bodySize: size},
}

const postData = {
  type: 'object',
  required: ['mimeType'],
  properties: {
    mimeType: text,
    text,
    params: {
      type: 'array',
      items: {type: 'object', required: ['name'], properties: {name: text, value: text, fileName: text}},
    },
  },
}

const entry = {
  type: 'object',
  required: ['startedDateTime', 'time', 'request', 'response', 'cache', 'timings'],
  properties: {
    startedDateTime: {type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$`},
    time: known,
    request: {
      allOf: [message],
      required: ['method', 'url', 'queryString'],
      properties: {method: text, url: {type: 'string', pattern: '^https?://'}, queryString: pairs, postData},
    },
    response: {
      allOf: [message],
      required: ['status', 'statusText', 'content', 'redirectURL'],
      properties: {
        status: {type: 'integer'},
        statusText: text,
        redirectURL: text,
        content: {type: 'object', required: ['size', 'mimeType'], properties: {size, mimeType: text, text}},
      },
    },
    cache: {type: 'object'},
    timings: {
      type: 'object',
      required: ['send', 'wait', 'receive'],
      properties: {blocked: maybe, dns: maybe, connect: maybe, ssl: maybe, send: known, wait: known, receive: known},
    },
  },
  // Names of one's own begin so.
  patternProperties: {'^_': {}, '^(startedDateTime|time|request|response|cache|timings)$': {}},
  additionalProperties: false,
}

export const harSchema = {
  type: 'object',
  required: ['log'],
  properties: {
    log: {
      type: 'object',
      required: ['version', 'creator', 'entries'],
      properties: {
        version: {const: '1.2'},
        creator: {type: 'object', required: ['name', 'version'], properties: {name: text, version: text}},
        entries: {type: 'array', items: entry},
      },
    },
  },
}
