import {Command} from '../../../lib/command.ts'
import {defined} from '../../../lib/defined.ts'
import {endpointMethods, type EndpointMethod} from '../../../lib/murano/endpoint.ts'
import {getEndpoint, putEndpoint} from '../../../lib/murano/endpoint-calls.ts'
import {empty, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {choice, prose, text} from '../../../lib/parameters.ts'

export default class Set extends Command {
  static override readonly shape = {
    summary: 'Change an endpoint: its script, or what it answers to',
    description: 'What is not given stays as it is.',
    parameters: {
      ...getEndpoint.shape.parameters,
      method: choice('--method', 'its new method', endpointMethods),
      path: text('--path', 'its new path, with parameters in braces'),
      content_type: text('--content-type', 'what requests hold'),
      script: prose('--script', 'Lua text; - reads it from standard input, @FILE from a file'),
    },
    effect: {changes: 'change the endpoint', idempotent: true},
    reply: empty('The endpoint is changed.'),
    dryRun: true,
    examples: [['Its script', "'GET /fridges/{identity}' --script 'return 42' --solution clinic-monitor"]],
  } as const satisfies Shape
  static override readonly calls = [getEndpoint, putEndpoint]

  async run(): Promise<void> {
    const {id, endpoint: name, ...given} = await this.values(Set.shape)
    const before = await this.call(getEndpoint, {id, endpoint: name})
    const {id: endpoint, path, content_type, script} = before
    const method = before.method.toUpperCase() as EndpointMethod
    const inputs = {id, endpoint, method, path, content_type, script, ...defined(given)}
    if (this.flags['dry-run'] === true) return this.showRequest(putEndpoint, inputs)
    await this.call(putEndpoint, inputs)
    await printReply(Set.shape.reply, undefined, this.console)
  }
}
