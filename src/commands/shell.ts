import {Command} from '../lib/command.ts'
import {type Shape} from '../lib/operation/declaration.ts'
import {text, uuid} from '../lib/parameters.ts'
import {type Shell} from '../lib/shell/shell.ts'

export default class ShellCommand extends Command {
  static override readonly shape = {
    summary: 'Run several commands in one process, typed at a prompt or from standard input',
    description:
      'Lines are commands, with or without commsctl before them; they share connections and sessions. In a terminal, Tab ' +
      'completes, the arrow keys bring back earlier lines, Ctrl-C ends a command, and exit or Ctrl-D the shell; “use ' +
      'PROFILE” changes to another profile. From standard input, lines run until one fails, and its exit code is that of ' +
      'the whole. Words are split as a POSIX shell splits them; nothing is expanded, piped or redirected.',
    parameters: {
      profile: text('--profile', 'profile of lines that name none', {in: 'local', char: 'p', valueName: 'NAME'}),
      account: uuid('--account', 'account of lines that name neither account nor profile', {in: 'local'}),
    },
    examples: [['At a prompt; standard input may hold the lines', '--profile sandbox']],
    online: false,
    runsOthers: true,
  } satisfies Shape

  async run(): Promise<void> {
    const {profile, account} = await this.values(ShellCommand.shape)
    const [{settingsAt}, {Network}, {Shell: ShellClass}] = await Promise.all([
      import('../lib/shell/place.ts'),
      import('../lib/network.ts'),
      import('../lib/shell/shell.ts'),
    ])
    const place = {profile, account}
    settingsAt(place)
    const {terminal, program} = this.console
    const network = new Network()
    const shell = new ShellClass({program, terminal, network, place})
    try {
      if (terminal.stdinIsTty && terminal.stderrIsTty) await this.#prompt(shell)
      else this.console.exitCode = await this.#script(shell)
    } finally {
      await network.close()
    }
  }

  async #script(shell: Shell) {
    const {runScript} = await import('../lib/shell/run-script.ts')
    return runScript(shell, this.console.terminal)
  }

  async #prompt(shell: Shell) {
    const [{runPrompt}, {LineHistory}] = await Promise.all([
      import('../lib/shell/run-prompt.ts'),
      import('../lib/shell/line-history.ts'),
    ])
    const {terminal, program, paths, config} = this.console
    const history = new LineHistory(config.settings.history === 'off' ? undefined : paths.shellHistory)
    await runPrompt({program, terminal, shell, history})
  }
}
