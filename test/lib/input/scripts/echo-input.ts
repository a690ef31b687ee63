import {InputReader} from '../../../../src/lib/input/read-value.ts'
import {note} from '../../../../src/lib/output/messages.ts'
import {systemTerminal} from '../../../../src/lib/output/terminal.ts'

const terminal = systemTerminal()
await note(terminal, 'started')
const value = await new InputReader(terminal).standardInput('TEXT')
await terminal.out(`${JSON.stringify(value)}\n`)
