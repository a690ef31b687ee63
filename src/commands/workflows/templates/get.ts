import {Command} from '../../../lib/command.ts'
import {usageError} from '../../../lib/errors.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {runOperation} from '../../../lib/operation/run.ts'
import {filters, text, uuid} from '../../../lib/parameters.ts'
import {type Template, templateDetails} from '../../../lib/workflows/template.ts'

const reply = object<Template>({columns: templateDetails, id: 'uuid'})

/** The newest version. */
export const getTemplate = operation({
  operation: 'Workflow.getWorkflowTemplate',
  summary: 'Show one workflow template',
  description:
    'Shows the newest version, or the one of --filter version=1.0.0. --filter expand=versions adds a list of all versions.',
  request: 'GET /workflow/workflows/{wf_template_uuid}',
  parameters: {
    wf_template_uuid: uuid('TEMPLATE', 'template to show'),
    filter: filters(['version', 'expand']),
  },
  reply,
  examples: [
    ['The newest version', '89968643-2e71-518f-aabb-df1ae9c36deb'],
    ['An older one', '89968643-2e71-518f-aabb-df1ae9c36deb --filter version=1.0.0'],
    ['Its states', "89968643-2e71-518f-aabb-df1ae9c36deb --jq '.states[].name'"],
  ],
})

/** One version: it stands in the path. */
export const getVersion = operation({
  ...{operation: 'Workflow.getWorkflowTemplate', summary: 'Show one version of a workflow template'},
  request: 'GET /workflow/workflows/{wf_template_uuid}/{version}',
  parameters: {
    wf_template_uuid: uuid('TEMPLATE', 'template to show'),
    version: text('--filter', 'version to show', {required: true}),
    filter: filters(),
  },
  reply,
  examples: [],
})

export default class Get extends Command {
  static override readonly shape = getTemplate.shape
  static override readonly calls = [getTemplate]

  async run(): Promise<void> {
    const values = await this.values(Get.shape)
    const {version, ...filter} = values.filter ?? {}
    if (version === undefined) return runOperation(getTemplate.shape, values, this.flags, this.console)
    if (filter['expand'] !== undefined) {
      throw usageError('--filter: version and expand cannot be given together.', {
        hint: 'Leave out version to see which versions there are.',
      })
    }
    return runOperation(getVersion.shape, {...values, filter, version}, this.flags, this.console)
  }
}
