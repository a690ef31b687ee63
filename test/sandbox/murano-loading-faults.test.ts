import {expect, test} from 'vitest'
import {refused} from './loading-support.ts'
import {applicationId, businessId, productId} from './murano-support.ts'
import {freshSandbox} from './support.ts'

const faulty = `
murano:
  persons: [{email: Robin@acme.example}]
  passwords: [{user: nobody@acme.example, hash: x}]
  solutions:
    - {id: twin, bizid: ${businessId}, name: Sandpit}
    - {bizid: ${businessId}, name: other, services: [telepathy]}
  service_configs: [{solution_id: ${applicationId}, service: telepathy}]
  modules:
    - {solution_id: ${applicationId}, name: fridges, script: x}
    - {solution_id: twin, name: fridges, script: x}
  endpoints: [{solution_id: twin, path: beep, script: x}]
  devices: [{product_id: ${productId}, identity: robbie, lastseen: 7}, {product_id: ${productId}, identity: gort, lastseen: 7}]
  end_users: [{solution_id: twin, number: "7", email: pat@acme.example}]
  assignments: [{solution_id: twin, user_id: "twin:7", role_id: pilot}]
  timers: [{solution_id: twin, timer_id: beep, due_at: 0, repeats: {calendar: {daily: true}}}]
`

test('what is wrong with records of Murano is told all at once', async () => {
  const faults = await refused(freshSandbox(10), faulty)
  expect(faults.map((fault) => fault.replace('1.yaml: murano.', ''))).toEqual([
    'persons[0].email is Robin@acme.example, and must be an e-mail address in small letters.',
    'passwords[0].user is nobody@acme.example, and there is no such record.',
    `solutions[0].name is Sandpit, as of another record with this bizid.`,
    'solutions[0].subdomain is sandpit, as of another record.',
    'solutions[1].services has telepathy, and there is no such service.',
    'service_configs[0].service is telepathy, and there is no such service or product.',
    'modules[0].name is fridges, as of another record with this solution_id.',
    'endpoints[0].path is beep, and must begin with /.',
    'devices[1].lastseen is 7, as of another record with this product_id.',
    'assignments[0].role_id is pilot, and the solution has no such role.',
    'timers[0].repeats must have every, or calendar and since.',
  ])
})
