import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {filters, uuid} from '../../lib/parameters.ts'
import {type Instance, instanceColumns} from '../../lib/workflows/instance.ts'

export default operation({
  operation: 'Workflow.listRunningWorkflows',
  summary: 'List the running instances of a template',
  request: 'GET /workflow/workflows/{wf_template_uuid}/instances',
  parameters: {
    wf_template_uuid: uuid('TEMPLATE', 'template that they run'),
    filter: filters(['version']),
  },
  reply: list<Instance>({columns: instanceColumns, id: 'uuid', noun: 'instances'}),
  examples: [
    ['All of them', '555a7565-9fc7-575c-84f3-4b4997c13a92'],
    ['Those of one version', '555a7565-9fc7-575c-84f3-4b4997c13a92 --filter version=1.0.0'],
  ],
})
