import {describe, expect, it} from 'vitest'
import {tabSeparable, visible, visibleJson} from '../../../src/lib/output/sanitise.ts'

/** One of each class, with what a terminal gets to see. */
const hostile = [
  ['an escape sequence', 'a\u001b[31mb', 'a␛[31mb', 'a\\u001b[31mb'],
  ['a title change', '\u001b]0;pwned\u0007', '␛]0;pwned␇', '\\u001b]0;pwned\\u0007'],
  ['a carriage return', 'safe\revil', 'safe␍evil', 'safe\\revil'],
  ['DEL', 'a\u007fb', 'a␡b', 'a\\u007fb'],
  ['C1', 'a\u009b31mb', 'a\\u009b31mb', 'a\\u009b31mb'],
] as const

const bidi = 'user\u202e\u2066moc.live\u2069'

describe('visible', () => {
  it.each(hostile)('shows %s', (_, text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  it('shows what reorders or breaks text', () => {
    expect(visible(bidi)).toBe('user\\u202e\\u2066moc.live\\u2069')
    expect(visible('a\u2028b\u200fc')).toBe('a\\u2028b\\u200fc')
  })

  it('keeps the characters it is told to, and all harmless ones', () => {
    expect(visible('a\nb\tc', '\n')).toBe('a\nb␉c')
    expect(visible('Jürg 日本 👩‍👩‍👧 €')).toBe('Jürg 日本 👩‍👩‍👧 €')
  })
})

describe('visibleJson', () => {
  it('leaves the same JSON', () => {
    const value = {text: `${hostile.map(([, text]) => text).join('')}${bidi}`}
    const shown = visibleJson(JSON.stringify(value, null, 2))
    expect(JSON.parse(shown)).toEqual(value)
    expect(shown.replaceAll('\n', '')).toMatch(/^[^\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]*$/)
  })
})

describe('tabSeparable', () => {
  it.each(hostile)('escapes %s', (_, text, _shown, escaped) => {
    expect(tabSeparable(text)).toBe(escaped)
  })

  it('leaves neither tabs nor line breaks, and no other text changed', () => {
    expect(tabSeparable('a\tb\nc\\d')).toBe('a\\tb\\nc\\d')
    expect(tabSeparable(bidi)).toBe(bidi)
  })
})
