import {expect, test} from 'vitest'
import {formatAsTyped} from '../../../src/lib/output/format.ts'

test.each([
  [['-o', 'json'], 'json'],
  [['-ojson'], 'json'],
  [['--output=csv'], 'csv'],
  [['--jq', '.[]'], 'json'],
  [['--jq=.', '-o', 'table'], 'json'],
  [['--output', 'jsn'], 'table'],
  [[], 'table'],
])('an error of %j is written as %s', (argv, format) => expect(formatAsTyped(argv)).toBe(format))
