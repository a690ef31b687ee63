import {Command} from '../lib/command.ts'
import {type Shape} from '../lib/operation/declaration.ts'
import {boolean, text, uuid} from '../lib/parameters.ts'

export default class Mcp extends Command {
  static override readonly shape = {
    summary: 'Serve commands as tools to programs that speak the Model Context Protocol',
    description:
      'On standard input and output. With --areas each command of those areas is a tool; without, there is one tool that ' +
      'finds commands and one that runs them. Only what changes nothing, unless --allow-changes; what costs money or ' +
      'cannot be undone is then asked through the client, and refused where it cannot ask.',
    parameters: {
      areas: text('--areas', 'areas whose commands are tools of their own', {in: 'local', valueName: 'AREA,…'}),
      allow_changes: boolean('--allow-changes', 'also commands that change something', {in: 'local'}),
      profile: text('--profile', 'profile to work with', {in: 'local', char: 'p', valueName: 'NAME'}),
      account: uuid('--account', 'account to work with; the profile’s if left out', {in: 'local'}),
    },
    examples: [],
    online: false,
    runsOthers: true,
  } satisfies Shape

  async run(): Promise<void> {
    const {areas, allow_changes: changes = false, profile, account} = await this.values(Mcp.shape)
    const [{settingsAt}, {Network}, {readTools}, {allowedTools}, {serveTools}] = await Promise.all([
      import('../lib/shell/place.ts'),
      import('../lib/network.ts'),
      import('../lib/mcp/read-tools.ts'),
      import('../lib/mcp/offered-tools.ts'),
      import('../lib/mcp/serve-tools.ts'),
    ])
    const {program, terminal} = this.console
    settingsAt({profile, account})
    const tools = allowedTools(await readTools(program), {areas: areas?.split(','), changes})
    const network = new Network()
    try {
      const context = {program, network, profile, account}
      await serveTools({tools, each: areas !== undefined, context, terminal})
    } finally {
      await network.close()
    }
  }
}
