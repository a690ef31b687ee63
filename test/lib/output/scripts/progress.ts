import {text} from 'node:stream/consumers'
import {Progress, Waiting} from '../../../../src/lib/output/progress.ts'
import {systemTerminal} from '../../../../src/lib/output/terminal.ts'

const terminal = systemTerminal()
const progress = new Progress(terminal, 'Provisioning')
const waiting = new Waiting(terminal)
if (process.argv[2] === '"waiting"') waiting.start('Waiting for brand B1')
else await progress.start(3)
progress.tick()
if (process.argv[3] === '"until interrupted"') await text(process.stdin)
waiting.stop()
progress.stop()
await terminal.out('done\n')
