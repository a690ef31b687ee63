import {expect, test} from 'vitest'
import {codeOf, compare, inWords, isConflict} from '../../../src/lib/murano/code/comparison.ts'

test.each([
  {local: 'a', remote: 'a', base: undefined, code: '  ', words: 'same', conflict: false},
  {local: 'b', remote: 'b', base: 'a', code: '  ', words: 'same', conflict: false},
  {local: undefined, remote: undefined, base: 'a', code: '  ', words: 'same', conflict: false},
  {local: 'b', remote: 'a', base: 'a', code: 'M ', words: 'changed here', conflict: false},
  {local: 'a', remote: undefined, base: undefined, code: 'A ', words: 'added here', conflict: false},
  {local: undefined, remote: 'a', base: 'a', code: 'D ', words: 'deleted here', conflict: false},
  {local: 'a', remote: 'b', base: 'a', code: ' M', words: 'changed there', conflict: false},
  {local: undefined, remote: 'a', base: undefined, code: ' A', words: 'added there', conflict: false},
  {local: 'a', remote: undefined, base: 'a', code: ' D', words: 'deleted there', conflict: false},
  {local: 'b', remote: 'c', base: 'a', code: 'MM', words: 'changed here, changed there', conflict: true},
  {local: 'b', remote: undefined, base: 'a', code: 'MD', words: 'changed here, deleted there', conflict: true},
  {local: undefined, remote: 'b', base: 'a', code: 'DM', words: 'deleted here, changed there', conflict: true},
  {local: 'a', remote: 'b', base: undefined, code: 'AA', words: 'added here, added there', conflict: true},
])('$local here, $remote there, $base before: $words', ({code, words, conflict, ...versions}) => {
  const comparison = compare(versions)
  expect([codeOf(comparison), inWords(comparison), isConflict(comparison)]).toEqual([code, words, conflict])
})
