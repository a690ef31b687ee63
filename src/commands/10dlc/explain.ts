import {Command} from '../../lib/command.ts'
import {object, type Shape} from '../../lib/operation/declaration.ts'
import {printReply} from '../../lib/operation/run.ts'
import {text} from '../../lib/parameters.ts'
import {explain, type Explanation} from '../../lib/tendlc/explanation.ts'

export default class Explain extends Command {
  static override readonly shape = {
    summary: 'Say what a rejection code means and what to change',
    description: 'Takes the codes that rejections of brands and campaigns come with, and the rules of “10dlc lint”.',
    parameters: {code: text('CODE', 'rejection code, or id of a rule')},
    reply: object<Explanation>({
      columns: ['code', 'title', 'by', 'meaning', 'change', 'resubmittable', 'rules'],
      id: 'code',
    }),
    examples: [
      ['A rejection', '30893'],
      ['A rule of the linter', 'public-shortener'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {code} = await this.values(Explain.shape)
    await printReply(Explain.shape.reply, explain(code), this.console)
  }
}
