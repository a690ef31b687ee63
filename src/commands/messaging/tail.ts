import {rowLine} from '../../lib/follow/row-line.ts'
import {poll} from '../../lib/follow/poll.ts'
import {since} from '../../lib/follow/since.ts'
import {beginningOf, firstRows, tail} from '../../lib/follow/tail.ts'
import {TailCommand} from '../../lib/follow/tail-command.ts'
import {type Message, messageRowColumns} from '../../lib/messaging/message.ts'
import {messageIdentity, newMessages} from '../../lib/messaging/new-messages.ts'
import {list, type Shape} from '../../lib/operation/declaration.ts'
import {user, uuid} from '../../lib/parameters.ts'
import listConversations from './conversations/list.ts'
import listMessages from './messages/list.ts'

const parameters = {
  conversation: uuid('CONVERSATION', 'conversation to follow; all of the user if left out', {required: false}),
  user_uuid: user(),
  since: since('messages'),
}

const pageSize = 100

export default class Tail extends TailCommand {
  static override readonly shape = {
    summary: 'Show messages as they come',
    description:
      'The last messages of a conversation, or the last of each of a user’s latest conversations, and then what is sent ' +
      'and comes in, each once. It goes on until Ctrl-C; without the service for longer than --timeout, it fails.',
    parameters,
    reply: list<Message>({
      ...{columns: messageRowColumns, id: 'uuid', noun: 'messages', paging: 'none', limit: firstRows},
    }),
    goesOn: true,
    examples: [],
  } satisfies Shape<typeof parameters, Message>
  static override readonly calls = [listMessages, listConversations]

  async run(): Promise<void> {
    const {conversation, user_uuid, since: begin} = await this.values(Tail.shape)
    const beginning = beginningOf(begin, this.flags)
    const polling = this.polling<Message>()
    const rows =
      conversation === undefined
        ? poll({...polling, look: this.#ofUser(user_uuid, beginning)})
        : tail(this.#pages(conversation), messageIdentity, beginning, polling)
    await this.follow(rows, Tail.shape.reply, {
      timeOf: messageIdentity.timeOf,
      line: ({datetime, from, to, status, content: [first]}, terminal) =>
        rowLine(datetime, [`${from} → ${to}`, status, first?.body], terminal),
    })
  }

  #ofUser(user_uuid: string | undefined, beginning: ReturnType<typeof beginningOf>) {
    const look = newMessages(
      {
        conversations: () => this.all(listConversations, {user_uuid}),
        messages: (conversation) => this.#pages(conversation),
      },
      beginning,
    )
    return async () => ({rows: await look()})
  }

  /** Newest first: the service sorts so unless told otherwise. */
  #pages(conversation_uuid: string) {
    const values = {conversation_uuid, sort: '-datetime'}
    return async (offset: number) => (await this.stretch(listMessages, values, [offset, pageSize])).rows
  }
}
