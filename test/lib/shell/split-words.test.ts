import {describe, expect, test} from 'vitest'
import {splitWords} from '../../../src/lib/shell/split-words.ts'

describe('a line is split as a POSIX shell splits it', () => {
  test.each([
    ['numbers  list\t-o json', ['numbers', 'list', '-o', 'json']],
    [`--jq '.[] | "a\\b"' x`, ['--jq', '.[] | "a\\b"', 'x']],
    [String.raw`"a \"b\" \$5 \n \\"`, [String.raw`a "b" $5 \n ` + '\\']],
    [String.raw`a\ b 'c'"d"e\'`, ['a b', "cde'"]],
    [`'' ""`, ['', '']],
    ['a # b', ['a']],
    ['a#b "#c" \\#d', ['a#b', '#c', '#d']],
    ['a \\\nb "c\\\nd"', ['a', 'b', 'cd']],
    ["a 'b\nc' # d\ne", ['a', 'b\nc', 'e']],
    ['*.csv [x] a=~ {b,c} !d', ['*.csv', '[x]', 'a=~', '{b,c}', '!d']],
    ['  # nothing', []],
  ])('%j', (line, words) => expect(splitWords(line)).toEqual({words}))

  test.each(["a 'b", 'a "b', 'a \\', '"a\\'])('%j goes on in the next line', (line) =>
    expect(splitWords(line)).toEqual({unfinished: true}),
  )

  test.each(['a | b', 'a>b', 'a;b', 'a && b', '(a)', '$HOME', '"$HOME"', '`a`', '"`a`"', '~/a'])(
    '%j is refused rather than guessed at',
    (line) => expect(() => splitWords(line)).toThrow(expect.objectContaining({code: 'shell-syntax'}) as Error),
  )
})
