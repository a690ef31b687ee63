import {Command} from '../../../lib/command.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {runOperation} from '../../../lib/operation/run.ts'
import {variants} from '../../../lib/operation/variants.ts'
import {text} from '../../../lib/parameters.ts'
import {firstOfType, type Resource, resourceColumns} from '../../../lib/resources/resource.ts'
import {type Row, rowColumns, rowListParameters} from '../../../lib/resources/row.ts'

const ofResource = operation({
  operation: 'Resources.getResourceInstanceByUUID',
  summary: 'List the rows of a resource',
  description: 'Names the resource by its id; --type looks for the first one of a type, which takes a request more.',
  request: 'GET /resourcecms/instance/{instance_uuid}/',
  parameters: {
    instance_uuid: text('RESOURCE', 'resource whose rows to list'),
    ...rowListParameters,
  },
  reply: list<Row>({
    columns: rowColumns,
    id: 'uuid',
    noun: 'rows',
    paging: {offset: 'rows.offset', limit: 'rows.limit'},
    limit: 100,
    unwrap: 'rows',
  }),
  examples: [
    ['All rows', 'IHB23X0B4LoNFLghRM7S --all'],
    ['With what they are related to', 'IHB23X0B4LoNFLghRM7S --include references'],
  ],
})

const findByType = operation({
  operation: 'Resources.getResourceInstance',
  summary: 'Find the resource of a type',
  request: 'GET /resourcecms/instance/',
  parameters: {type: text('--type', 'type of the resource, in place of its id', {required: true})},
  reply: list<Resource>({columns: resourceColumns, id: 'uuid', noun: 'resources', paging: 'none'}),
  examples: [],
})

class OfType extends Command {
  static override readonly shape = {
    ...ofResource.shape,
    operation: findByType.shape.operation,
    parameters: {...findByType.shape.parameters, ...rowListParameters},
    examples: [['Of the only resource of its type', '--type cwa_mass_contact']],
  } as const
  static override readonly calls = [findByType]

  async run(): Promise<void> {
    const {type, ...values} = await this.values(OfType.shape)
    if (this.flags['dry-run'] === true) return this.showRequest(findByType, {type}, [ofResource])
    const {uuid: instance_uuid} = await firstOfType(this.all(findByType, {type}), type)
    await runOperation(ofResource.shape, {...values, instance_uuid}, this.flags, this.console)
  }
}

export default variants(ofResource, {'--type': OfType})
