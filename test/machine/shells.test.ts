/** Completion in shells that are not on every machine: `.ci/run` installs them. */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {startPty} from '../support/pty.ts'

test('fish completes words, flags, values and files', async () => {
  const [world] = freshWorlds(1)
  writeFileSync(join(world!.home, 'numbers.txt'), '')
  const completed = async (line: string) => {
    const script = `commsctl completion fish | source; complete -C '${line}'`
    return (await world!.shell(`fish --no-config -c "${script}"`)).stdout.split('\n')
  }
  expect(await completed('commsctl numb')).toEqual(['numbers\tfind, provision and release phone numbers'])
  expect(await completed('commsctl identities get --include ')).toEqual(['alias', 'properties'])
  expect(await completed('commsctl numbers search --quan')).toEqual(['--quantity\t[default: 5] how many to find'])
  expect(await completed('commsctl 10dlc brands register --from-file num')).toEqual(['numbers.txt'])
  expect(await completed('commsctl numbers provision @num')).toEqual(['@numbers.txt'])
})

/** Ctrl-X has zsh write down what stands on the line. */
const zshrc = `PS1='ready> '
autoload -Uz compinit
compinit -u
eval "$(commsctl completion zsh)"
tell() { print -r -- "line: $BUFFER." }
zle -N tell
bindkey '^X' tell
`

test('zsh completes words, flags, values and files', async () => {
  const [world] = freshWorlds(1)
  const {home: cwd, env} = world!
  writeFileSync(join(cwd, 'numbers.txt'), '')
  writeFileSync(join(cwd, '.zshrc'), zshrc)
  const shell = startPty('zsh', ['-i'], {env: {...env, TERM: 'dumb', ZDOTDIR: cwd}, cwd, columns: 120})
  for (const [typed, line] of [
    ['commsctl numb', 'commsctl numbers '],
    ['commsctl identities get --include al', 'commsctl identities get --include alias '],
    ['commsctl numbers search --quan', 'commsctl numbers search --quantity '],
    ['commsctl 10dlc brands register --from-file num', 'commsctl 10dlc brands register --from-file numbers.txt '],
    ['commsctl numbers provision @num', 'commsctl numbers provision @numbers.txt '],
  ] as const) {
    await shell.shows('ready> ')
    shell.pty.write(`\u0015${typed}\t\u0018`)
    await shell.shows(`line: ${line}.`)
  }
  shell.pty.write('\u0015exit\r')
  expect(await shell.exit).toBe(0)
})
