import {Command} from '../lib/command.ts'
import {type CommandEntry} from '../lib/map/command-entry.ts'
import {readMap} from '../lib/map/read-map.ts'
import {list, type Shape} from '../lib/operation/declaration.ts'
import {printRows} from '../lib/operation/print-rows.ts'
import {texts} from '../lib/parameters.ts'

/** As many as fit a screen; what is meant is among the first. */
const shownAtMost = 10

export default class Search extends Command {
  static override readonly shape = {
    summary: 'Find commands by what they do',
    description: `Shows the ${shownAtMost} nearest, best first; --limit shows more.`,
    parameters: {words: texts('WORDS...', 'what you want to do, in your own words')},
    reply: list<CommandEntry>({columns: ['command', 'summary'], id: 'command', noun: 'commands', paging: 'none'}),
    examples: [
      ['How to buy a number', 'buy number'],
      ['Everything that deletes', 'delete --limit 100'],
      ['The command for a call of a public client', 'createCampaign'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {words} = await this.values(Search.shape)
    const {searchCommands} = await import('../lib/map/search-commands.ts')
    const found = searchCommands(await readMap(this.console.program), words.join(' '))
    await printRows(Search.shape.reply, found, {limit: String(shownAtMost), ...this.flags}, this.console)
  }
}
