/**
 * Characters that make a terminal do something instead of showing something: C0 and C1 controls, DEL, and the
 * characters that reorder or break a line of text without being seen.
 */
const classes = String.raw`\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069`
const hostile = new RegExp(`[${classes}]`)
const everyHostile = new RegExp(`[${classes}]`, 'g')

/** Text for a terminal, with hostile characters as symbols (`␛`) or `\u202e`. `keep` lists characters to leave alone. */
export function visible(text: string, keep = ''): string {
  if (!hostile.test(text)) return text
  return text.replace(everyHostile, (character) => (keep.includes(character) ? character : symbol(character)))
}

/** JSON text for a terminal: still the same JSON, hostile characters escaped; line breaks between values stay. */
export function visibleJson(json: string): string {
  if (!hostile.test(json)) return json
  return json.replace(everyHostile, (character) => (character === '\n' ? character : unicodeEscape(character)))
}

/** A value in a line of tab-separated text: no tab, line break or other control character is left in it. */
export function tabSeparable(text: string): string {
  if (!hostile.test(text)) return text
  return text.replace(controls, (character) => shortEscapes[character] ?? unicodeEscape(character))
}

const controls = new RegExp(String.raw`[\u0000-\u001f\u007f-\u009f\u2028\u2029]`, 'g')
const shortEscapes: Readonly<Record<string, string>> = {'\t': '\\t', '\n': '\\n', '\r': '\\r'}

function symbol(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '␡' : unicodeEscape(character)
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
