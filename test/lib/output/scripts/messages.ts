import {text} from 'node:stream/consumers'
import {note} from '../../../../src/lib/output/messages.ts'
import {systemTerminal} from '../../../../src/lib/output/terminal.ts'

// Begins once the test has closed the other end of stderr.
const terminal = systemTerminal()
await text(process.stdin)
for (let number = 0; number < 1000; number += 1) await note(terminal, `message ${number}`)
await terminal.out('work done\n')
