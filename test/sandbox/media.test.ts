import {Readable} from 'node:stream'
import {describe, expect, onTestFinished, test} from 'vitest'
import {type MediaFile} from '../../src/lib/media/media-file.ts'
import {openSandbox, type Sandbox} from '../../src/sandbox/sandbox.ts'
import {
  seededAccess,
  seededFiles,
  seededMaster,
  seededNeighbour,
  seededReader,
} from '../../src/sandbox/seeded-access.ts'
import {removeUser} from '../../src/sandbox/users.ts'
import {end, fetched, field, filePart, linkOf, multipart, names, own, page, stored, upload} from './media-support.ts'
import {freshSandbox, signedIn, signIn, temporaryFolder} from './support.ts'

const {userUuid: admin} = seededAccess

describe('an uploaded file', () => {
  test('is listed, shown and fetched, by its user', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    const file = await upload(send, own, 'sound of the sea', 'Menü.wav')
    expect(file).toMatchObject({
      ...{file_name: 'Menü.wav', file_title: '', description: '', file_size: 16},
      ...{content_type: 'audio/wav', file_category: 'audio', user_uuid: admin},
    })
    expect((await page(send, own)).items.at(-1)).toEqual(file)
    expect((await send(`GET /media/media/${file.file_id}`)).json()).toEqual(file)
    const reply = await fetched(sandbox, await linkOf(send, file.file_id))
    expect([reply.status, reply.text, reply.headers['content-type']]).toEqual([200, 'sound of the sea', 'audio/wav'])
    expect(reply.headers['content-disposition']).toBe("attachment; filename*=UTF-8''Men%C3%BC.wav")
    expect(stored(sandbox)).toEqual([file.file_id])
  })

  test('takes title, description, category and type from the form, and its name from the part or the clock', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    const more = field('file_title', 'T') + field('description', 'D') + field('file_category', 'greeting')
    const named = await send(
      `POST ${own}`,
      more + filePart('x', {filename: 'a.bin', type: 'image/png'}) + end,
      multipart,
    )
    expect(named.json()).toMatchObject({
      ...{file_name: 'a.bin', file_title: 'T', description: 'D', file_category: 'greeting', content_type: 'image/png'},
    })
    sandbox.clock.stop()
    const nameless = await send(`POST ${own}`, filePart('x', {filename: ''}) + end, multipart)
    expect(nameless.json()).toMatchObject({file_name: String(sandbox.clock.now()), file_category: 'document'})
  })

  test('for everybody is in the global list, and seen by strangers', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    const {file_id} = await upload(send, '/media/media', 'x', 'everybody.txt')
    const neighbour = await signedIn(sandbox, seededNeighbour)
    expect(await names(neighbour, '/media/media')).toEqual(['hold-music.wav', 'holiday-hours.txt', 'everybody.txt'])
    expect((await neighbour(`GET /media/media/${file_id}`)).status).toBe(200)
    expect(await names(send, own)).not.toContain('everybody.txt')
  })

  test.each([
    ['text in place of a form', '[object FormData]', multipart],
    ['a form without boundary', '[object FormData]', {'content-type': 'multipart/form-data'}],
    ['a form that ends too soon', field('file_name', 'x') + filePart('cut off'), multipart],
    ['a form without file', field('file_name', 'x') + end, multipart],
    ['JSON', '{}', {}],
    ['nothing', undefined, {}],
  ])('that is %s is refused, and nothing is kept', async (_, body, headers) => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    expect((await send(`POST ${own}`, body, headers)).status).toBe(400)
    expect(await names(send, own)).toEqual(['greeting.wav', 'prices.csv'])
    expect(stored(sandbox)).toEqual([])
  })

  test('that breaks off leaves nothing', async () => {
    const sandbox = freshSandbox(10)
    const {access_token: token} = await signIn(sandbox)
    const body = Readable.from(
      (async function* () {
        yield Buffer.from(filePart('').trimEnd())
        yield Buffer.alloc(200_000)
        throw new Error('gone')
      })(),
    )
    const headers = {authorization: `Bearer ${token}`, ...multipart}
    const app = await sandbox.app()
    await expect(app.inject({method: 'POST', url: own, headers, payload: body})).rejects.toThrow('gone')
    expect(stored(sandbox)).toEqual([])
    expect(await names(await signedIn(sandbox), own)).toEqual(['greeting.wav', 'prices.csv'])
  })

  test('may be large', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    const size = 5 * 2 ** 20
    const {file_id, file_size} = await upload(send, own, 'a'.repeat(size))
    expect(file_size).toBe(size)
    expect((await fetched(sandbox, await linkOf(send, file_id))).text).toHaveLength(size)
  })

  test('needs the right to change things, and a user whom one sees', async () => {
    const sandbox = freshSandbox(10)
    const body = filePart('x') + end
    const reader = await signedIn(sandbox, seededReader)
    expect((await reader(`POST /media/users/${seededReader.userUuid}/media`, body, multipart)).status).toBe(403)
    const send = await signedIn(sandbox)
    expect((await send(`POST /media/users/${seededNeighbour.userUuid}/media`, body, multipart)).status).toBe(404)
  })
})

describe('a lenient sandbox', () => {
  function lenientSandbox(): Sandbox {
    const sandbox = openSandbox({file: `${temporaryFolder()}/sandbox.db`, numbers: 10, lenient: true})
    onTestFinished(() => sandbox.close())
    return sandbox
  }

  test.each([
    ['under a multipart type', multipart],
    ['under a multipart type without boundary', {'content-type': 'multipart/form-data'}],
    ['as if it were JSON', {}],
  ])('stores what came of a broken upload, %s', async (_, headers) => {
    const sandbox = lenientSandbox()
    const send = await signedIn(sandbox)
    const reply = await send(`POST ${own}`, '[object FormData]', headers)
    const {file_id, file_size, file_name} = reply.json() as MediaFile
    expect([reply.status, file_size]).toEqual([200, 17])
    expect(file_name).toMatch(/^\d{13}$/)
    expect((await fetched(sandbox, await linkOf(send, file_id))).text).toBe('[object FormData]')
    expect(stored(sandbox)).toEqual([file_id])
  })

  test('takes sound uploads apart as ever', async () => {
    const sandbox = lenientSandbox()
    const send = await signedIn(sandbox)
    const {file_id} = await upload(send)
    expect((await fetched(sandbox, await linkOf(send, file_id))).text).toBe('sound')
    expect(stored(sandbox)).toEqual([file_id])
  })
})

describe('lists of files', () => {
  test('have exact pages', async () => {
    const send = await signedIn(freshSandbox(10))
    expect(await page(send, `${own}?offset=1&limit=1`)).toMatchObject({
      items: [{file_id: seededFiles.prices}],
      metadata: {total: 2, offset: 1, count: 1, limit: 1},
    })
  })

  test.each([
    ['filter=HOURS', ['holiday-hours.txt']],
    ['filter=hold%20music', ['hold-music.wav']],
    ['filter=over%20and', ['hold-music.wav']],
    ['file_category=audio', ['hold-music.wav']],
    ['file_dategory=document', ['holiday-hours.txt']],
    ['start_datetime=2025-01-23', ['holiday-hours.txt']],
    ['end_datetime=2025-01-23', ['hold-music.wav']],
    ['start_datetime=nonsense', ['hold-music.wav', 'holiday-hours.txt']],
    ['sort=file_size', ['holiday-hours.txt', 'hold-music.wav']],
    ['sort=-file_name', ['holiday-hours.txt', 'hold-music.wav']],
    ['trace=x&unknown=y', ['hold-music.wav', 'holiday-hours.txt']],
  ])('of everybody with ?%s', async (query, expected) => {
    expect(await names(await signedIn(freshSandbox(10)), `/media/media?${query}`)).toEqual(expected)
  })

  test('show deleted files where they are asked for, and thumbnails', async () => {
    const send = await signedIn(freshSandbox(10))
    await send(`DELETE /media/media/${seededFiles.hold}`)
    expect(await names(send, '/media/media')).toEqual(['holiday-hours.txt'])
    const {items} = await page(send, '/media/media?include_deleted=true&include_thumbnails=true')
    expect(items).toMatchObject([
      {file_id: seededFiles.hold, deleted_datetime: expect.stringMatching(/^\d{4}-/) as string, thumbnails: []},
      {file_id: seededFiles.hours, thumbnails: []},
    ])
    expect(items[1]?.deleted_datetime).toBeUndefined()
  })

  test('of users whom one does not see are not found', async () => {
    const send = await signedIn(freshSandbox(10))
    expect((await send(`GET /media/users/${seededNeighbour.userUuid}/media`)).status).toBe(404)
  })
})

describe('sharing', () => {
  test('puts a file into the list of the other user, once', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    const list = `/media/users/${seededReader.userUuid}/media`
    expect(await names(send, list)).toEqual(['prices.csv'])
    for (let times = 0; times < 2; times++) {
      const reply = await send(`POST /media/media/${seededFiles.greeting}/share`, {user_uuid: seededReader.userUuid})
      expect([reply.status, reply.json()]).toEqual([
        200,
        {file_id: seededFiles.greeting, user_uuid: seededReader.userUuid},
      ])
    }
    expect(await names(send, list)).toEqual(['greeting.wav', 'prices.csv'])
    expect(await names(await signedIn(sandbox, seededReader), list)).toEqual(['greeting.wav', 'prices.csv'])
  })

  test('needs a user, and a file and a user that one sees', async () => {
    const send = await signedIn(freshSandbox(10))
    const share = (file: string, body: object) => send(`POST /media/media/${file}/share`, body)
    expect((await share(seededFiles.greeting, {})).status).toBe(400)
    expect((await share(seededFiles.greeting, {user_uuid: seededNeighbour.userUuid})).status).toBe(404)
    expect((await share(seededNeighbour.userUuid, {user_uuid: admin})).status).toBe(404)
  })

  test('with a stranger lets them see the file, and not delete it', async () => {
    const sandbox = freshSandbox(10)
    const {file_id} = await upload(await signedIn(sandbox))
    const neighbour = await signedIn(sandbox, seededNeighbour)
    expect((await neighbour(`GET /media/media/${file_id}`)).status).toBe(404)
    const master = await signedIn(sandbox, seededMaster)
    await master(`POST /media/media/${file_id}/share`, {user_uuid: seededNeighbour.userUuid})
    expect((await neighbour(`GET /media/media/${file_id}`)).status).toBe(200)
    expect((await neighbour(`DELETE /media/media/${file_id}`)).status).toBe(403)
  })
})

describe('deletion', () => {
  test('takes the file out of lists and the content away, and is final', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    const {file_id} = await upload(send)
    const link = await linkOf(send, file_id)
    const reply = await send(`DELETE /media/media/${file_id}`)
    expect([reply.status, reply.text, reply.headers['content-type']]).toEqual([204, '', undefined])
    expect(await names(send, own)).toEqual(['greeting.wav', 'prices.csv'])
    expect(stored(sandbox)).toEqual([])
    expect((await fetched(sandbox, link)).status).toBe(404)
    for (const request of ['GET', 'DELETE']) {
      expect((await send(`${request} /media/media/${file_id}`)).status).toBe(404)
    }
  })

  test('of a user takes their files along', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    await upload(send)
    removeUser(sandbox.store, admin)
    expect(stored(sandbox)).toEqual([])
    expect(await names(await signedIn(sandbox, seededReader), `/media/users/${seededReader.userUuid}/media`)).toEqual([
      'prices.csv',
    ])
  })

  test('comes with a reset', async () => {
    const sandbox = freshSandbox(10)
    await upload(await signedIn(sandbox))
    sandbox.reset()
    expect(stored(sandbox)).toEqual([])
    expect(await names(await signedIn(sandbox), own)).toEqual(['greeting.wav', 'prices.csv'])
  })
})
