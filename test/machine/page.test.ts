/** The page of a served sandbox, in a browser that `.ci/run` installs. */
import {AxeBuilder} from '@axe-core/playwright'
import {chromium, type Browser, type Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {serve} from '../../src/sandbox/serve.ts'
import {freshSandbox, signIn} from '../sandbox/support.ts'

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
})

afterAll(() => browser.close())

/** The page of a sandbox of the test's own, and a client that makes requests to its port. */
async function opened(tab = 'Requests') {
  const sandbox = freshSandbox()
  const url = await serve(sandbox, {host: '127.0.0.1', port: 0})
  const {access_token: token} = await signIn(sandbox)
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.goto(url)
  await shows(page, '/oauth/token')
  await page.getByRole('button', {name: 'Clear', exact: true}).click()
  await page.getByRole('tab', {name: tab}).click()
  const send = (line: string, body?: object) => {
    const [method = '', path = ''] = line.split(' ')
    return fetch(url + path, {
      method,
      headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json', trace: 'trace-1'},
      ...(body && {body: JSON.stringify(body)}),
    })
  }
  return {sandbox, url, page, send, faults}
}

/** Fulfilled when an element that holds the text can be seen. */
async function shows(page: Page, text: string): Promise<void> {
  await page.getByText(text).first().waitFor()
}

describe('requests', () => {
  test('come as they are made, and show their bodies on a click, secrets masked', async () => {
    const {page, send, faults} = await opened()
    await shows(page, 'No requests to this port yet.')
    await send('POST /identity/users/change_password', {email: 'a@b.example', old_data: 'hunter2', new_data: 'hunter3'})
    const row = page.getByRole('row', {name: '/identity/users/change_password'})
    await row.click()
    await shows(page, '"email": "a@b.example"')
    expect(await page.content()).not.toContain('hunter')
    expect(await row.textContent()).toContain('trace-1')
    expect(await row.getByRole('button').getAttribute('aria-expanded')).toBe('true')
    expect(faults).toEqual([])
  })

  test('are filtered by words, and those that were dropped say so', async () => {
    const {page, send, sandbox} = await opened()
    sandbox.faults.set({kind: 'drop', path: '/chat/*'})
    await send('GET /sms/number/available/states')
    await send('GET /accounts/accounts/nobody')
    await send('GET /chat/channels').catch(() => undefined)
    await shows(page, 'dropped')
    const rows = page.locator('#requests tr[data-id]')
    expect(await rows.count()).toBe(3)
    await page.getByRole('searchbox').fill('get 404')
    await shows(page, '1 of 3')
    expect(await rows.first().textContent()).toContain('/accounts/accounts/nobody')
  })

  test('wait while the list is paused, and go when it is cleared', async () => {
    const {page, send} = await opened()
    await send('GET /sms/number/available/states')
    await shows(page, '/sms/number/available/states')
    await page.getByRole('button', {name: 'Pause'}).click()
    await send('GET /accounts/accounts')
    await page.getByRole('button', {name: 'Clear', exact: true}).click()
    await shows(page, 'No requests to this port yet.')
    await page.getByRole('button', {name: 'Go on'}).click()
    await send('GET /messaging/conversations/none')
    await shows(page, '/messaging/conversations/none')
    expect(await page.locator('#requests tr[data-id]').count()).toBe(1)
  })

  test('show hostile text as text', async () => {
    const {page, send, faults} = await opened()
    const name = '<img src=x onerror=document.title=1>'
    await send(`GET /accounts/accounts?name=${encodeURIComponent(name)}`)
    await send(`POST /contacts/users/${seededAccess.userUuid}/contacts`, {name: {first: name}})
    await page.getByRole('row', {name: '/contacts/users'}).click()
    await shows(page, name)
    expect(await page.title()).toBe('commsctl sandbox')
    expect(faults).toEqual([])
  })
})

describe('state', () => {
  test('has accounts, numbers, brands and campaigns with their states', async () => {
    const {page} = await opened('Accounts')
    await shows(page, 'Sunrise Dental Downtown')
    await page.getByRole('tab', {name: 'Numbers'}).click()
    await shows(page, '+19412340003')
    await shows(page, '14 of 5,000 numbers are provisioned.')
    await page.getByRole('tab', {name: '10DLC'}).click()
    await shows(page, 'Appointment reminders')
    await shows(page, '30892: Links must not go through a public URL shortener')
  })

  test('follows what requests do', async () => {
    const {page, send} = await opened('Numbers')
    await shows(page, '14 of 5,000 numbers are provisioned.')
    await send('POST /sms/provision', {numbers: ['+19412340100'], account_uuid: seededAccess.accountUuid})
    await shows(page, '15 of 5,000 numbers are provisioned.')
    await shows(page, '+19412340100')
  })

  test('has what the sandbox sent', async () => {
    const {page, send} = await opened('Outbox')
    const content = [{type: 'text', body: 'See you at nine.'}]
    await send('POST /sms/messages/send', {to: '+19415550123', from: '+19412340003', content})
    await shows(page, 'See you at nine.')
  })
})

describe('controls', () => {
  test('turn the clock', async () => {
    const {page, sandbox} = await opened('Clock and faults')
    await page.getByRole('button', {name: 'Stop'}).click()
    await page.getByRole('button', {name: 'Start'}).waitFor()
    const before = sandbox.clock.now()
    await page.getByRole('button', {name: '1 hour'}).click()
    await shows(page, '1 hour ahead')
    expect(sandbox.clock.state()).toMatchObject({now: before + 3_600_000, stopped: true})
    await page.getByLabel('Advance by').fill('2d')
    await page.getByRole('button', {name: 'Advance', exact: true}).click()
    await shows(page, '2 days ahead')
  })

  test('set faults and clear them; the page itself is not struck', async () => {
    const {page, send, sandbox} = await opened('Clock and faults')
    await page.getByLabel('Path').fill('/sms/*')
    await page.getByLabel('Status', {exact: true}).fill('502')
    await page.getByRole('button', {name: 'Set fault'}).click()
    await page.getByRole('button', {name: 'Clear fault 1'}).waitFor()
    expect((await send('GET /sms/number/available/states')).status).toBe(502)
    await page.getByLabel('Kind').selectOption('drop')
    await page.getByLabel('Path').fill('*')
    await page.getByRole('button', {name: 'Set fault'}).click()
    await page.getByRole('button', {name: 'Clear fault 2'}).waitFor()
    await page.getByRole('button', {name: 'Clear all faults'}).click()
    await shows(page, 'No faults are set.')
    expect(sandbox.faults.list()).toEqual([])
  })

  test('say what is wrong with a fault', async () => {
    const {page} = await opened('Clock and faults')
    await page.getByLabel('Path').fill('sms')
    await page.getByRole('button', {name: 'Set fault'}).click()
    await shows(page, 'The path of a fault begins with / or *: sms')
  })

  test('are for the page alone: other sites cannot post to them', async () => {
    const {url, sandbox} = await opened()
    const reply = await fetch(`${url}/_sandbox/clock/stop`, {method: 'POST'})
    expect([reply.status, sandbox.clock.state().stopped]).toEqual([403, false])
  })
})

describe('the keyboard', () => {
  test('reaches tabs, rows, bodies and the filter', async () => {
    const {page, send} = await opened('Accounts')
    await send('GET /sms/number/available/states')
    await page.keyboard.press('1')
    await shows(page, '/sms/number/available/states')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await shows(page, '"FL"')
    await page.keyboard.press('Escape')
    await page.locator('tr.detail').waitFor({state: 'detached'})
    await page.keyboard.press('/')
    await page.keyboard.type('nothing')
    await shows(page, '0 of 1')
    await page.keyboard.press('Escape')
    await page.keyboard.press('6')
    await page.keyboard.press('ArrowLeft')
    expect(await page.getByRole('tab', {name: 'Outbox'}).getAttribute('aria-selected')).toBe('true')
    expect(page.url()).toContain('#outbox')
  })

  test.each(['light', 'dark'] as const)(
    'and everybody else: no barrier is found in %s colours',
    async (colorScheme) => {
      const {page, send} = await opened()
      await page.emulateMedia({colorScheme})
      await send('GET /sms/number/available/states')
      await page.getByRole('row', {name: '/sms/number/available/states'}).click()
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click()
        const {violations} = await new AxeBuilder({page}).analyze()
        expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([])
      }
    },
  )
})

test('a page whose sandbox is gone says so', async () => {
  const {page, sandbox} = await opened()
  await page.getByText('No requests to this port yet.').waitFor()
  await (await sandbox.app()).close()
  await shows(page, 'The sandbox does not answer; trying again.')
})
