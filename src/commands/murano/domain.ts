import {Command} from '../../lib/command.ts'
import {domainUrl} from '../../lib/murano/domain-url.ts'
import {solution} from '../../lib/murano/parameters.ts'
import {object, type Shape} from '../../lib/operation/declaration.ts'
import {printReply} from '../../lib/operation/run.ts'
import getSolution from './solutions/get.ts'

/** Where a solution answers. */
interface Domain {
  domain: string
  url: string
}

export default class ShowDomain extends Command {
  static override readonly shape = {
    summary: 'Show where a solution answers: its API, or a product’s devices',
    parameters: {id: solution()},
    reply: object<Domain>({columns: ['domain', 'url'], id: 'domain'}),
    examples: [
      ['Of an application', '--solution clinic-monitor'],
      ['The URL alone', '--solution clinic-monitor --jq .url'],
    ],
  } as const satisfies Shape
  static override readonly calls = [getSolution]

  async run(): Promise<void> {
    const {domain} = await this.call(getSolution, await this.values(ShowDomain.shape))
    await printReply(ShowDomain.shape.reply, {domain, url: domainUrl(domain)}, this.console)
  }
}
