import {Command} from '../lib/command.ts'
import {type Shell, shellScripts} from '../lib/completion/shell-scripts.ts'
import {type Shape} from '../lib/operation/declaration.ts'
import {choice} from '../lib/parameters.ts'

const shells = Object.keys(shellScripts) as Shell[]

export default class Completion extends Command {
  static override readonly shape = {
    summary: 'Print the script that lets a shell complete commands',
    description:
      'Commands, flags, and names of things that there are: profiles, accounts, campaigns, numbers. Those come from lists ' +
      'that were read not long ago; old ones are read again in the background, so that the shell never waits.',
    parameters: {shell: choice('SHELL', 'shell to print it for', shells)},
    examples: [
      ['For bash, evaluated in its start-up file', 'bash'],
      ['For zsh, evaluated after compinit', 'zsh'],
      ['For fish, kept as a file of its completions folder', 'fish'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {shell} = await this.values(Completion.shape)
    await this.console.terminal.out(shellScripts[shell])
  }
}
