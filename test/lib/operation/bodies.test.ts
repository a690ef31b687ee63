import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {json} from '../client/support.ts'
import {bodyOf, errorOf, fixture, type Fixture} from './program.ts'

const known = ['bodies', 'known']

describe('a body whose fields are known', () => {
  it.each([
    [['-F', 'name=x', '-F', 'size=big'], 'size is “big”, and must be a whole number.'],
    [['-F', 'name=x', '-F', 'size=0'], 'size is 0, and must be >= 1.'],
    [['-F', 'name=x', '-F', 'colour=blue'], 'colour is “blue”, and must be one of red, green.'],
    [['-F', 'name=x', '-F', 'owner.email=x'], 'owner.email is “x”, and must be an e-mail address.'],
    [['--body', '{"name": "x", "parts": [{"id": "a"}, {}]}'], 'parts[1].id is missing.'],
    [['--body', '{"name": "x", "parts": {}}'], 'parts is an object, and must be a list.'],
    [['-F', 'name=x', '-F', 'since=soon'], 'since is “soon”'],
    [['-F', 'name=x', '--window', '{"from": "now"}'], '--window: from is “now”, and must be a whole number.'],
    [['-F', 'size=1'], 'The body lacks name.'],
  ])('is refused for %j before anything is sent', async (args, told) => {
    const {server, run} = await fixture()
    const {exitCode, stderr} = await run([...known, ...args])
    expect({exitCode, seen: server.seen}).toEqual({exitCode: 2, seen: []})
    expect(stderr).toContain(told)
  })

  it('names every field that is wrong, and shows no secret', async () => {
    const {run} = await fixture()
    const result = await run([...known, '-F', 'name=x', '-F', 'size=big', '-F', 'owner.password=hunter2', '-o', 'json'])
    expect(errorOf(result)).toMatchObject({code: 'invalid-value', message: '--body: 2 fields are not right.'})
    expect(errorOf(result)['details']).toEqual([
      'size is “big”, and must be a whole number.',
      'owner.password is ***, and must NOT have more than 5 characters.',
    ])
  })

  it('names what is missing together with what is wrong', async () => {
    const {server, run} = await fixture()
    const result = await run([...known, '-F', 'size=big', '--window', '{"from": "now"}', '-o', 'json'])
    expect(errorOf(result)).toMatchObject({
      message: '3 values are not right.',
      details: [
        'The body lacks name.',
        '--body: size is “big”, and must be a whole number.',
        '--window: from is “now”, and must be a whole number.',
      ],
      hint: 'Add for example -F name=VALUE.',
    })
    expect(server.seen).toEqual([])
  })

  it('takes fields that are not known, with a warning that names the near ones', async () => {
    const {server, run} = await fixture()
    const {exitCode, stderr} = await run([
      ...known,
      '-F',
      'name=x',
      '-F',
      'colur=red',
      '-F',
      'labels.any=1',
      '-F',
      'parts[].id=1',
    ])
    expect(exitCode).toBe(0)
    expect(stderr.match(/Warning/g)).toHaveLength(1)
    expect(stderr).toContain('colur is not a field that commsctl knows here. It is sent as it is; did you mean colour?')
    expect(bodyOf(server.seen[0])).toEqual({name: 'x', colur: 'red', labels: {any: 1}, parts: [{id: '1'}]})
  })

  it('keeps what is text as it was typed, and null as no value', async () => {
    const {server, run} = await fixture()
    await run([...known, '-F', 'name=007', '-F', 'zip=34236', '-F', 'size=3', '-F', 'colour=null'])
    expect(bodyOf(server.seen[0])).toEqual({name: '007', zip: '34236', size: 3, colour: null})
  })
})

describe('a body that is a list of things', () => {
  const alone = ['bodies', 'alone']

  it('is a list of one where one stands alone', async () => {
    const {server, run} = await fixture()
    const {exitCode, stderr} = await run([...alone, '-F', 'name=007', '-F', 'size=1'])
    expect([exitCode, stderr]).toEqual([0, ''])
    await run([...alone, '--body', '[{"name": "a"}, {"name": "b"}]', '-F', '[1].zip=1'])
    expect(server.seen.map(bodyOf)).toEqual([[{name: '007', size: 1}], [{name: 'a'}, {name: 'b', zip: '1'}]])
  })

  it.each([
    [['-F', 'name=x', '-F', 'size=big'], 'size is “big”, and must be a whole number.'],
    [['-F', 'size=1'], 'name is missing.'],
    [['--body', '[{"name": "a"}, {"size": 2}]'], '[1].name is missing.'],
  ])('is refused for %j before anything is sent', async (args, told) => {
    const {server, run} = await fixture()
    const {exitCode, stderr} = await run([...alone, ...args])
    expect({exitCode, seen: server.seen}).toEqual({exitCode: 2, seen: []})
    expect(stderr).toContain(told)
  })

  it('has the template of one', async () => {
    const {run} = await fixture()
    expect((await run([...alone, '--template'])).stdout).toContain('# what it is called; needed\nname: ""\n')
  })
})

describe('a template', () => {
  it('has the needed fields, and all others as comments', async () => {
    const {server, run} = await fixture()
    const {stdout, exitCode} = await run([...known, '--template'])
    expect(exitCode).toBe(0)
    expect(stdout).toBe(`# Make a thing
# Lines that begin with # are not sent. To send a field, take its # away.

# what it is called; needed
name: ""
#zip: ""
# how large
#size: 0
# one of red, green
#colour: red
#owner:
#  email: ""
#  password: ""
#parts:
#  - id: ""
#labels: {}
#since: ""`)
    expect(server.seen).toEqual([])
  })

  it('of a list has one element, and says what its fields are', async () => {
    const {run} = await fixture()
    expect((await run(['bodies', 'list', '--template'])).stdout).toContain(
      '# id: its id\n# size: \n\n- id: ""\n  size: 0',
    )
  })

  it('is a body once it is filled in', async () => {
    const {server, run, home} = await fixture()
    const {stdout} = await run([...known, '--template'])
    writeFileSync(join(home, 'thing.yaml'), stdout.replace('name: ""', 'name: desk').replace('#zip: ""', 'zip: 01234'))
    await run([...known, '--body', '@thing.yaml'])
    expect(bodyOf(server.seen[0])).toEqual({name: 'desk', zip: '01234'})
  })
})

/** An editor that runs a line of shell on the file, in `$1`. */
function editor({home, env}: Fixture, ...lines: string[]): Record<string, string> {
  const script = join(home, 'editor.sh')
  writeFileSync(script, ['set -e', 'cp "$1" "$HOME/seen.$(ls "$HOME" | grep -c seen)"', ...lines].join('\n'))
  return {...env, EDITOR: `sh ${script}`}
}

const seen = ({home}: Fixture, nth: number) => readFileSync(join(home, `seen.${nth}`), 'utf8')

describe('--edit', () => {
  it('sends what the editor saved, and leaves no file behind', async () => {
    const world = await fixture()
    const env = editor(world, 'echo "$1" > "$HOME/path"', `printf 'name: desk\\nzip: 01234\\n' > "$1"`)
    const {exitCode} = await world.run([...known, '--edit', '-F', 'size=3'], {env})
    expect(exitCode).toBe(0)
    expect(seen(world, 0)).toContain('# how large\nsize: 3\n')
    expect(bodyOf(world.server.seen[0])).toEqual({name: 'desk', zip: '01234'})
    expect(existsSync(readFileSync(join(world.home, 'path'), 'utf8').trim())).toBe(false)
  })

  it('sends nothing when the text was left as it was, or the editor failed', async () => {
    const world = await fixture()
    const [left, failed] = [
      await world.run([...known, '--edit'], {env: editor(world)}),
      await world.run([...known, '--edit'], {env: editor(world, 'exit 1')}),
    ]
    expect([left.exitCode, failed.exitCode]).toEqual([130, 130])
    expect(left.stderr).toContain('left as it was')
    expect(failed.stderr).toContain('ended with 1')
    expect(world.server.seen).toEqual([])
  })

  it('sends nothing when the text is gone or empty', async () => {
    const world = await fixture()
    const [gone, empty] = [
      await world.run([...known, '--edit'], {env: editor(world, 'rm "$1"')}),
      await world.run([...known, '--edit'], {env: editor(world, `printf '# nothing\\n' > "$1"`)}),
    ]
    expect([gone.exitCode, empty.exitCode]).toEqual([130, 130])
    expect(gone.stderr).toContain('The editor has removed the text, so nothing was done.')
    expect(empty.stderr).toContain('The text is empty, so nothing was done.')
    expect(empty.stderr).not.toContain('is kept')
    expect(world.server.seen).toEqual([])
  })

  it('keeps what was written where it is wrong and nobody is there to mend it, and where the service refuses', async () => {
    const world = await fixture((response) => json(response, 400, {code: 400, message: 'no'}))
    for (const [text, exit] of [
      ['name: x\\nsize: big', 2],
      ['name: x', 6],
    ] as const) {
      const {exitCode, stderr} = await world.run([...known, '--edit'], {
        env: editor(world, `printf '${text}\\n' > "$1"`),
      })
      expect(exitCode).toBe(exit)
      const kept = /go on with --body @(\S+)/.exec(stderr)?.[1] ?? ''
      expect(readFileSync(kept, 'utf8')).toContain('name: x')
    }
  })

  it('says what is wrong at the top of the next round, on a terminal', async () => {
    const world = await fixture()
    const env = editor(
      world,
      `if grep -q '^#!' "$1"; then sed -i 's/big/2/' "$1"; else printf 'name: x\\nsize: big\\n' > "$1"; fi`,
    )
    const session = world.start([...known, '--edit'], env)
    expect(await session.exit).toBe(0)
    expect(seen(world, 1)).toBe('#! --body: size is “big”, and must be a whole number.\nname: x\nsize: big\n')
    expect(bodyOf(world.server.seen[0])).toEqual({name: 'x', size: 2})
  })

  it('begins with what the service holds, and what was given laid over it', async () => {
    const world = await fixture((response) => json(response, 200, {id: 'T1', name: 'old', size: 1}))
    const env = editor(world, `sed -i 's/^#colour: red/colour: green/' "$1"`)
    const {exitCode, stderr} = await world.run(['bodies', 'replaced', 'T1', '--edit', '-F', 'size=2'], {env})
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(bodyOf(world.server.seen[1])).toEqual({id: 'T1', name: 'old', size: 2, colour: 'green'})
  })

  it('needs an editor where there is no terminal', async () => {
    const {run} = await fixture()
    const {exitCode, stderr} = await run([...known, '--edit'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('EDITOR')
  })

  it('draws on the terminal, not into a pipe', async () => {
    const world = await fixture()
    const env = editor(world, 'echo drawn', `echo 'name: x' > "$1"`)
    const {stdout, stderr} = await world.run([...known, '--edit', '-o', 'json'], {env})
    expect([stdout, stderr]).toEqual(['{}', 'drawn'])
  })
})

describe('a body that takes the place of what the service holds', () => {
  it('is laid over it first', async () => {
    const {server, run} = await fixture((response, {method}) =>
      json(response, 200, method === 'GET' ? {name: 'old', owner: {email: 'a@b.example', password: 'x'}} : {}),
    )
    const {exitCode} = await run(['bodies', 'replaced', 'T1', '-F', 'owner.email=c@d.example'])
    expect(exitCode).toBe(0)
    expect(server.seen.map(({method}) => method)).toEqual(['GET', 'PUT'])
    expect(bodyOf(server.seen[1])).toEqual({name: 'old', owner: {email: 'c@d.example', password: 'x'}})
  })

  it('must be there: nothing is read without it', async () => {
    const {server, run} = await fixture()
    const {exitCode, stderr} = await run(['bodies', 'replaced', 'T1'])
    expect([exitCode, server.seen]).toEqual([2, []])
    expect(stderr).toContain('Missing --body, --edit or -F')
  })
})
