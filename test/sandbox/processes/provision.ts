/** Provisions numbers one by one, with another process that does the same, and prints the statuses. Arguments: FILE NAME TOKEN NUMBERS... */
import {openSandbox} from '../../../src/sandbox/sandbox.ts'

const [file = '', name = '', token = '', ...numbers] = process.argv.slice(2)
const sandbox = openSandbox({file})
const app = await sandbox.app()

// Begin together: wait until the other process is there, too.
sandbox.store.setSetting(`ready ${name}`, true)
while (!['a', 'b'].every((process) => sandbox.store.setting(`ready ${process}`) === true));

const statuses: number[] = []
for (const number of numbers) {
  const reply = await app.inject({
    method: 'POST',
    url: '/sms/provision',
    headers: {authorization: `Bearer ${token}`},
    payload: {numbers: [number]},
  })
  statuses.push(reply.statusCode)
}
process.stdout.write(JSON.stringify(statuses))
await sandbox.close()
