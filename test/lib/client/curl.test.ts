import {execa} from 'execa'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {toCurl} from '../../../src/lib/client/curl.ts'
import {type WireRequest} from '../../../src/lib/client/wire.ts'
import {get, json, post, serve} from './support.ts'

function curl(request: WireRequest, url = 'https://api.example.com'): string {
  return toCurl(request, {hosts: {api: url, auth: 'https://auth.example.com', murano: url}, apiVersion: 'v1'})
}

test('a request is shown as a command line', () => {
  expect(curl({...post, method: 'PUT', query: [['q', "it's"]], body: {kind: 'json', value: {name: "O'Neill"}}})).toBe(
    [
      "curl -X PUT 'https://api.example.com/things?q=it'\\''s' \\",
      "  -H 'Authorization: Bearer ***' \\",
      "  -H 'Content-type: application/json' \\",
      "  -H 'x-api-version: v1' \\",
      `  --data-raw '{"name":"O'\\''Neill"}'`,
    ].join('\n'),
  )
})

test('the method is named where curl would not guess it', () => {
  expect(curl(get)).toMatch(/^curl https:/)
  expect(curl(post)).toMatch(/^curl https:/)
  expect(curl({...get, method: 'HEAD'})).toMatch(/^curl --head https:/)
  expect(curl({...get, method: 'POST'})).toMatch(/^curl -X POST https:/)
  expect(curl({...get, method: 'DELETE'})).toMatch(/^curl -X DELETE https:/)
})

test('secrets are masked wherever they are', () => {
  const shown = [
    curl({
      ...get,
      query: [
        ['token', 'S3'],
        ['password_token', 'S3'],
      ],
    }),
    curl({...get, headers: {Cookie: 'S3', Authorization: 'Basic S3'}, auth: 'none'}),
    curl({
      ...post,
      body: {kind: 'json', value: {a: [{new_data: 'S3', old_data: 'S3'}], refresh_token: 'S3', secret: {x: 'S3'}}},
    }),
    curl({
      ...post,
      auth: 'basic',
      body: {
        kind: 'form',
        fields: [
          ['password', 'S3'],
          ['client_secret', 'S3'],
          ['email', 'e@x'],
        ],
      },
    }),
    curl({...post, body: {kind: 'multipart', fields: [['token', 'S3']]}}),
    curl({...get, path: '/identity/users/password-tokens/S3'}),
  ]
  expect(shown.join('\n')).not.toContain('S3')
  expect(shown[3]).toContain('password=***')
  expect(shown[3]).toContain('email=e%40x')
})

test('what is shown does the same in a shell', async () => {
  const server = await serve((response) => json(response, 200, {}))
  const folder = await mkdtemp(join(tmpdir(), "curl 'x; -"))
  onTestFinished(() => rm(folder, {recursive: true}))
  const path = join(folder, 'a,b;c "d".txt')
  await writeFile(path, 'content')
  const odd = `'"\\$(id)\`id\`\n;@&*`
  const requests: WireRequest[] = [
    {...post, query: [['q', odd]], headers: {'x-odd': '"$HOME" \'*'}, body: {kind: 'json', value: {odd}}},
    {
      ...post,
      body: {
        kind: 'form',
        fields: [
          ['odd', odd],
          ['@file', '@/etc/hostname'],
        ],
      },
    },
    {
      ...post,
      body: {
        kind: 'multipart',
        fields: [
          ['text', '@/etc/hostname'],
          ['file', {path, filename: 'n;a"m,e'}],
        ],
      },
    },
    {...get, method: 'DELETE'},
  ]
  for (const request of requests) await execa({shell: '/bin/sh'})(curl(request, server.url).replace('curl', 'curl -sS'))
  const [asJson, form, multipart, deletion] = server.seen
  expect(asJson).toMatchObject({
    method: 'POST',
    url: `/things?q=${encodeURIComponent(odd)}`,
    body: JSON.stringify({odd}),
  })
  expect(asJson?.headers).toMatchObject({
    'x-odd': '"$HOME" \'*',
    'content-type': 'application/json',
    authorization: 'Bearer ***',
  })
  expect([...new URLSearchParams(form?.body)]).toEqual([
    ['odd', odd],
    ['@file', '@/etc/hostname'],
  ])
  expect(multipart?.body).toContain('\r\n\r\n@/etc/hostname\r\n')
  expect(multipart?.body).toContain('\r\n\r\ncontent\r\n')
  expect(deletion).toMatchObject({method: 'DELETE', body: ''})
})
