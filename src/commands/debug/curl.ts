import {Command} from '../../lib/command.ts'
import {type Shape} from '../../lib/operation/declaration.ts'
import {integer, text} from '../../lib/parameters.ts'
import {curlOf} from '../../lib/recording/curl-of.ts'
import {type Exchange} from '../../lib/recording/exchange.ts'
import {recordedRequests, requestOfNumber} from '../../lib/recording/recorded.ts'

export default class Curl extends Command {
  static override readonly shape = {
    summary: 'Print recorded requests as curl, with variables in place of secrets',
    description: 'Set the variables that it names, such as COMMSCTL_TOKEN, before you run what it prints.',
    parameters: {
      source: text('SOURCE', 'recording (HAR), or the number of a command, as history has it'),
      number: integer('REQUEST', 'which of its requests, from 1; all if left out', {required: false, min: 1}),
    },
    examples: [['The second request of a recording', 'calls.har 2']],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {source, number} = await this.values(Curl.shape)
    const exchanges = await recordedRequests(source, this.console)
    const chosen = number === undefined ? exchanges : [requestOfNumber(exchanges, number)]
    if (chosen.length === 0) await this.console.note('It made no requests.')
    await this.console.printer.texts(curls(chosen))
  }
}

async function* curls(exchanges: readonly Exchange[]): AsyncGenerator<string> {
  for (const exchange of exchanges) yield `${curlOf(exchange)}\n`
}
