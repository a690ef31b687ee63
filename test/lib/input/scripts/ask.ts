import {Prompter} from '../../../../src/lib/input/prompt.ts'
import {checkInteger} from '../../../../src/lib/input/checks.ts'
import {reportError} from '../../../../src/lib/output/error.ts'
import {systemTerminal} from '../../../../src/lib/output/terminal.ts'

const terminal = systemTerminal()
const prompter = new Prompter({terminal, signal: new AbortController().signal})
const questions: Record<string, () => Promise<unknown>> = {
  ask: () => prompter.ask({message: 'How many?', default: '5', validate: (answer) => checkInteger(answer, 'COUNT')}),
  secret: () => prompter.askSecret({message: 'Password?'}),
  choose: () =>
    prompter.choose('Which?', [
      {name: 'First\u001b[5m', value: 1},
      {name: 'Second', value: 2},
    ]),
  checkbox: () => prompter.checkbox('Which ones?', [{name: 'One', value: 1, checked: true}, {name: 'Two', value: 2}]), // prettier-ignore
  confirm: () => prompter.confirm('Really?'),
}

try {
  const answer = await questions[JSON.parse(process.argv[2] ?? '""') as string]?.()
  await terminal.out(`answer: ${JSON.stringify(answer)}, raw mode: ${process.stdin.isRaw}\n`)
} catch (error) {
  process.exitCode = await reportError(error, {terminal, format: 'table', debug: undefined})
}
