import {type Schema} from '../../lib/schema.ts'
import {type Given, loadable} from '../loading/loadable.ts'
import {free, text, time, wholeNumber, yesOrNo} from '../loading/schemas.ts'
import {contentIn, contentToDump, forgetOther} from '../loading/stored-bytes.ts'
import {contentTypeOf} from '../media/content-types.ts'
import {bytesOf, type ContentItem, contentItems} from '../murano/contents.ts'
import {deviceId, devices, microsecondsNow} from '../murano/devices.ts'
import {firstGateway, type Gateway, gateways, resourceFormats} from '../murano/gateways.ts'
import {namedHexId, newCik} from '../murano/ids.ts'
import {solutions} from '../murano/records.ts'

const resource: Schema = {
  type: 'object',
  properties: {format: {enum: resourceFormats}, unit: text, settable: yesOrNo, allowed: {type: 'array'}},
  required: ['format'],
}
const resourceState: Schema = {
  type: 'object',
  properties: {reported: text, set: text, timestamp: wholeNumber},
  required: ['timestamp'],
}

/** Products: what their devices are like, devices, and what is kept for them. A device's CIK is in no dump; a file may give one. */
export const muranoDeviceCollections = {
  gateways: loadable(gateways, {
    fields: {
      ...{product_id: text, protocol: free, identity_format: free, provisioning: free},
      resources: {type: 'object', additionalProperties: resource},
    },
    required: ['product_id'],
    complete: withFirst,
    refers: {product_id: solutions},
  }),
  devices: loadable(devices, {
    fields: {
      ...{id: text, product_id: text, identity: text, auth: free, locked: yesOrNo, reprovision: yesOrNo},
      ...{devmode: yesOrNo, lastseen: wholeNumber, cik: {type: ['string', 'null']}},
      state: {type: 'object', additionalProperties: resourceState},
    },
    required: ['product_id', 'identity'],
    defaults: {auth: {}, locked: false, reprovision: false, devmode: false, lastseen: 0, state: {}},
    inputs: {activated: {type: 'boolean', description: 'whether it has a CIK, which it gets if none is known'}},
    complete({product_id = '', identity = '', cik = null, activated = cik !== null}) {
      return {id: deviceId(product_id, identity), cik: activated === true ? (cik ?? newCik()) : null}
    },
    refers: {product_id: solutions},
    unique: ['cik', ['product_id', 'lastseen']],
    hidden: ['cik'],
    settle(sandbox, device, {lastseen}) {
      if (lastseen === undefined) sandbox.store.collection(devices).put({...device, lastseen: microsecondsNow(sandbox)})
    },
    dumped: ({cik, ...device}) => ({...device, activated: cik !== null}),
  }),
  contents: loadable(contentItems, {
    fields: {
      ...{key: text, product_id: text, id: text, type: text, length: {type: 'integer', minimum: 0}},
      ...{last_modified: time, tags: free, content_id: {type: 'string', pattern: '^[\\w-]+$'}, content: text},
    },
    required: ['product_id', 'id'],
    defaults: {tags: {}},
    inputs: {text: {type: 'string', description: 'the content, in place of content'}},
    complete: (given, now) => itemOf(given, contentIn(given), now),
    refers: {product_id: solutions},
    settle: ({store}, item) => forgetOther(store, bytesOf(item)),
    dumped: (item, store) => ({...item, ...contentToDump(store, bytesOf(item))}),
  }),
}

/** A gateway as at first, but for what is given. */
function withFirst({product_id = '', ...given}: Partial<Gateway> & Given): Gateway {
  const first = firstGateway(product_id)
  const {identity_format: format, resources = {}} = given as Partial<Gateway>
  return {
    product_id,
    protocol: {...first.protocol, ...given.protocol},
    identity_format: {
      ...first.identity_format,
      ...format,
      options: {...first.identity_format.options, ...format?.options},
    },
    provisioning: {...first.provisioning, ...given.provisioning},
    resources: Object.fromEntries(
      Object.entries(resources).map(([alias, resource]) => [
        alias,
        {...resource, settable: resource.settable ?? false},
      ]),
    ),
  }
}

function itemOf(given: Partial<ContentItem>, content: string | undefined, now: number): Partial<ContentItem> {
  const {product_id, id = '', length = 0, last_modified} = given
  const key = `${product_id}:${id}`
  return {
    key,
    type: given.type ?? contentTypeOf([id]),
    length: content === undefined ? length : Buffer.from(content, 'base64').length,
    last_modified: last_modified ?? new Date(now).toISOString(),
    content_id: given.content_id ?? namedHexId(`content ${key}`),
    ...(content !== undefined && {content}),
  }
}
