import {kinds} from '../kinds/kinds.ts'
import {Command} from '../lib/command.ts'
import {object, type Shape} from '../lib/operation/declaration.ts'
import {printReply} from '../lib/operation/run.ts'
import {texts, uuid} from '../lib/parameters.ts'
import {exportFile, leftOut} from '../lib/plan/export-file.ts'
import {Planner} from '../lib/plan/planner.ts'
import {accountOf} from '../lib/plan/plan-files.ts'

const parameters = {
  kind: texts('--kind', 'only this section (repeat for more)', {in: 'local'}),
  account_uuid: uuid('--account', 'account to act on; the profile’s if left out', {in: 'local'}),
}

export default class Export extends Command {
  static override readonly shape = {
    summary: 'Write a file for plan and apply from what an account has',
    description:
      'A plan of the file is empty. It is YAML; with -o json, the same as JSON. Secrets are not in it. What is not the account’s alone, such as what is in Murano, is ' +
      'there when it is named.',
    parameters,
    reply: object({columns: []}),
    format: 'yaml',
    examples: [
      ['The whole account', ''],
      ['Its numbers', '--kind numbers'],
      ['Devices, with the products that they are of', '--kind murano_solutions --kind murano_devices'],
    ],
  } satisfies Shape<typeof parameters>

  async run(): Promise<void> {
    const {kind, account_uuid} = await this.values(Export.shape)
    const account = await accountOf(account_uuid, this.console)
    const file = await exportFile(new Planner(account, kinds, this), {kinds, only: kind})
    await printReply(Export.shape.reply, file, this.console)
    const others = leftOut(kinds, kind)
    if (others.length > 0) await this.console.note(`Left out, and there with --kind: ${others.join(', ')}.`)
  }
}
