import {Command} from '../../../lib/command.ts'
import {CliError} from '../../../lib/errors.ts'
import {ExitCode} from '../../../lib/exit-code.ts'
import {type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {uuid} from '../../../lib/parameters.ts'
import {outboxMessageReply} from '../../../sandbox/outbox-view.ts'
import {withSandbox} from '../../../sandbox/with-sandbox.ts'

export default class Get extends Command {
  static override readonly shape = {
    summary: 'Show one message that the sandbox sent',
    parameters: {
      uuid: uuid('ID', 'message to show, as sandbox outbox list has it'),
    },
    reply: outboxMessageReply,
    examples: [['A text of a fresh sandbox', '9071f625-c998-5034-8f8c-35fa489a91be --jq ".content[0].body"']],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {uuid: id} = await this.values(Get.shape)
    const {outbox} = await import('../../../sandbox/outbox.ts')
    const message = await withSandbox(this.console.paths, ({store}) => store.collection(outbox).get(id))
    if (message === undefined) throw unknownMessage(id)
    await printReply(outboxMessageReply, message, this.console)
  }
}

function unknownMessage(id: string): CliError {
  return new CliError(`There is no message ${id} in the outbox.`, {
    code: 'unknown-message',
    exit: ExitCode.NotFound,
    hint: 'To see which there are: commsctl sandbox outbox list',
  })
}
