import {Command} from '../lib/command.ts'
import {didYouMean} from '../lib/did-you-mean.ts'
import {usageError} from '../lib/errors.ts'
import {type CommandEntry} from '../lib/map/command-entry.ts'
import {readMap} from '../lib/map/read-map.ts'
import {list, type Shape} from '../lib/operation/declaration.ts'
import {printRows} from '../lib/operation/print-rows.ts'
import {text} from '../lib/parameters.ts'

export default class Map extends Command {
  static override readonly shape = {
    summary: 'Describe every command, for other programs',
    description:
      'With -o json, all that can be typed: arguments, flags and their values, examples, the API calls that are made, ' +
      'and whether a command changes, deletes or costs something.',
    parameters: {topic: text('TOPIC', 'commands that begin with this word; all if left out', {required: false})},
    reply: list<CommandEntry>({
      columns: ['command', 'summary', 'nature'],
      id: 'command',
      noun: 'commands',
      paging: 'none',
    }),
    examples: [
      ['All commands', '-o json'],
      ['Those that cost money', '--where nature=billable'],
      ['The flags of one command', `numbers --jq '.[] | select(.command == "numbers search") | [.flags[].name]'`],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {topic} = await this.values(Map.shape)
    const all = await readMap(this.console.program)
    const chosen = topic === undefined ? all : all.filter(({command}) => command.split(' ')[0] === topic)
    if (chosen.length === 0) {
      const near = didYouMean(topic!, new Set(all.map(({command}) => command.split(' ')[0]!)))
      throw usageError(`No command begins with “${topic}”.${near}`, {hint: 'commsctl --help lists what there is.'})
    }
    await printRows(Map.shape.reply, chosen, this.flags, this.console)
  }
}
