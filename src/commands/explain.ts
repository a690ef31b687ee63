import {Command} from '../lib/command.ts'
import {explain, type Explanation} from '../lib/explain/explain.ts'
import {readHistory} from '../lib/history/history-file.ts'
import {object, type Shape} from '../lib/operation/declaration.ts'
import {printReply} from '../lib/operation/run.ts'
import {text} from '../lib/parameters.ts'

const inLines = (lines: unknown) => (lines as readonly string[] | undefined)?.join('\n') ?? ''

export default class Explain extends Command {
  static override readonly shape = {
    summary: 'Say what a code, a status, a trace or a rejection means, and what to do',
    description: 'A trace id is looked up in the history of this machine.',
    parameters: {
      code: text('CODE', 'exit code, code of an error, HTTP status, trace id, or code of a 10DLC rejection'),
    },
    reply: object<Explanation>({
      columns: [
        'code',
        'kind',
        'meaning',
        'advice',
        {path: 'commands', format: inLines},
        {path: 'requests', format: inLines},
      ],
      id: 'code',
    }),
    examples: [
      ['What to do after exit 8', '8'],
      ['A word of an error', 'needs-confirmation'],
      ['Why a campaign was rejected', '30893'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {code} = await this.values(Explain.shape)
    const explanation = await explain(code, () => readHistory(this.console.paths.history))
    await printReply(Explain.shape.reply, explanation, this.console)
  }
}
