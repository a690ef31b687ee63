import {Command} from '../lib/command.ts'
import {empty, type Shape} from '../lib/operation/declaration.ts'
import {boolean, texts, uuid} from '../lib/parameters.ts'

export default class Wait extends Command {
  static override readonly shape = {
    summary: 'Wait until the service has finished something, or something is as it should be',
    description:
      'WHAT is a location, as commands that did not wait long enough name it; or the words of a command that shows one ' +
      'thing, which is looked at again and again until --for holds; of what ends by itself, until it has ended. Exit 8 ' +
      'when the time is over, exit 6 when it has failed. Flags of the command itself stand behind --.',
    parameters: {
      what: texts('WHAT...', 'location, or words of a command', {in: 'local'}),
      for: texts('--for', 'what the thing must show (repeat for more)', {in: 'local', valueName: 'KEY=VALUE'}),
      gone: boolean('--gone', 'of a location: it is being deleted', {in: 'local'}),
      account: uuid('--account', 'account that the command is about; the profile’s if left out', {in: 'local'}),
    },
    reply: empty('It is finished.'),
    examples: [
      ['Until a campaign is active', '10dlc campaigns get CSMILE1 --for status=ACTIVE'],
      [
        'Until a report about activities is there',
        '-- activity reports get --report 7620f886-8557-5051-af05-54c995a91c27 --template 7ef7a1d3-1e6b-56bc-89bc-28d30ba931a3',
      ],
      ['Until a report is there', 'usage reports get 4d1a4d94-8661-51b1-ba49-d03a95ade6f6'],
    ],
  } satisfies Shape

  async run(): Promise<void> {
    const {what, for: conditions, gone = false, account} = await this.values(Wait.shape)
    const [first = '', ...others] = what
    const {waitForLocation, waitForState} = await import('../lib/waiting/wait-for.ts')
    if (others.length === 0 && /^(\/|https?:)/.test(first)) await waitForLocation(first, {gone}, this.console)
    else await waitForState(what, {conditions, account}, this.console)
    await this.console.printer.empty(Wait.shape.reply.done)
  }
}
