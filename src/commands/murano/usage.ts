import {Command} from '../../lib/command.ts'
import {getUsage, type ServiceUsage, usageRows} from '../../lib/murano/usage-call.ts'
import {list, type Shape} from '../../lib/operation/declaration.ts'
import {printRows} from '../../lib/operation/print-rows.ts'

export default class Usage extends Command {
  static override readonly shape = {
    summary: 'Show how much a solution uses its services',
    parameters: getUsage.shape.parameters,
    reply: list<ServiceUsage>({
      columns: ['service', 'quota.daily', 'usage.calls_daily', 'usage.calls_monthly', 'usage.calls_total'],
      id: 'service',
      noun: 'services',
      paging: 'none',
    }),
    examples: [['All services', '--solution clinic-monitor']],
  } as const satisfies Shape
  static override readonly calls = [getUsage]

  async run(): Promise<void> {
    const rows = usageRows(await this.call(getUsage, await this.values(Usage.shape)))
    await printRows(Usage.shape.reply, rows, this.flags, this.console)
  }
}
