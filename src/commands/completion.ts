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
      ['In ~/.bashrc: eval "$(commsctl completion bash)"', 'bash'],
      ['In ~/.zshrc, after compinit: eval "$(commsctl completion zsh)"', 'zsh'],
      ['Once, for fish, into ~/.config/fish/completions/commsctl.fish', 'fish'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {shell} = await this.values(Completion.shape)
    await this.console.terminal.out(shellScripts[shell])
  }
}
