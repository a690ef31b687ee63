/** Takes the pictures of the sandbox's page that the documents show. Needs Debian's Chromium: `sh scripts/machine.sh`. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {chromium, type Page} from 'playwright-core'
import {openSandbox} from '../src/sandbox/sandbox.ts'
import {seededAccess} from '../src/sandbox/seeded-access.ts'
import {serve} from '../src/sandbox/serve.ts'

const images = join(import.meta.dirname, '../docs/images')
const folder = mkdtempSync(join(tmpdir(), 'commsctl-screenshots-'))
const sandbox = openSandbox({file: join(folder, 'sandbox.db')})
const url = await serve(sandbox, {host: '127.0.0.1', port: 0})
const browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu']})

/** Makes requests as the administrator, so that there is something to see. */
async function makeRequests(): Promise<void> {
  const {email, password, basicToken} = seededAccess
  const form = new URLSearchParams({grant_type: 'password', email, password})
  const signedIn = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: {authorization: `Basic ${basicToken}`},
    body: form,
  })
  const {access_token: token} = (await signedIn.json()) as {access_token: string}
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    trace: 'b1946ac9-2ebd-4d3a-a4c3-71f0a3b1c2d4',
  }
  const send = (method: string, path: string, body?: object) =>
    fetch(url + path, {method, headers, ...(body && {body: JSON.stringify(body)})})
  await send('GET', '/sms/number/available/dids?npa=941&qty=3')
  await send('POST', '/sms/provision', {numbers: ['+19412340100'], account_uuid: seededAccess.accountUuid})
  await send('POST', '/sms/provision', {numbers: ['+19412340100'], account_uuid: seededAccess.accountUuid})
  const content = [{type: 'text', body: 'See you on Tuesday at 9.'}]
  await send('POST', '/sms/messages/send', {from: '+19412340003', to: '+19415550123', content})
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({path: join(images, `${name}.png`)})
}

try {
  await makeRequests()
  const page = await browser.newPage({viewport: {width: 1100, height: 640}, colorScheme: 'light'})
  await page.goto(url)
  await page.getByRole('row', {name: '409'}).click()
  await page.getByText('no longer available').first().waitFor()
  await take(page, 'sandbox-requests')
  await page.getByRole('tab', {name: '10DLC'}).click()
  await page.getByText('Appointment reminders').waitFor()
  await take(page, 'sandbox-10dlc')
  await page.getByRole('tab', {name: 'Clock and faults'}).click()
  sandbox.faults.set({kind: 'status', path: '/sms/*', status: 503, times: 2})
  await page.getByText('/sms/*').waitFor()
  await take(page, 'sandbox-controls')
} finally {
  await browser.close()
  await sandbox.close()
  rmSync(folder, {recursive: true})
}
