import {operation} from '../../../../lib/operation.ts'
import {plainText} from '../../../../lib/operation/declaration.ts'
import {choice, text} from '../../../../lib/parameters.ts'

export default operation({
  operation: 'Murano.legacy.product.provision',
  summary: 'Print what the provisioning of a first-generation product holds, as CSV',
  description:
    'It only reads. To change something: commsctl api POST or DELETE, with --host murano and the path that --dry-run shows.',
  request: {line: 'GET /product/{pid}/proxy/provision/manage/{kind}/{pid}', host: 'murano', auth: 'murano'},
  parameters: {
    pid: text('PRODUCT', 'id of the product (pid)'),
    kind: choice('KIND', 'its contents, or the devices of its model', ['content', 'model']),
    item: text('ITEM', 'one of them; the list if left out', {required: false, in: 'path suffix'}),
  },
  reply: plainText(),
  examples: [['Its devices', 'dbxk4bgmn23mw9vkh model']],
})
