import {type HeaderForm} from './script-header.ts'
import {canonicalScript} from './script-text.ts'

/** One script of a file that may hold several, each below its header. */
export interface Section<Header> {
  header: Header
  name: string
  /** As it is compared and sent: the header in its usual form, then the script. */
  text: string
  /** As it stands in the file. */
  raw: string
}

export interface ScriptFile<Header> {
  /** What stands before the first header: it stays where it is. */
  lead: string
  sections: Section<Header>[]
}

/** Takes a file apart at its headers. */
export function readScriptFile<Header>(text: string, form: HeaderForm<Header>): ScriptFile<Header> {
  const file: ScriptFile<Header> = {lead: '', sections: []}
  for (const line of text.split(/(?<=\n)/)) {
    const match = form.pattern.exec(line.trimEnd())
    const section = file.sections.at(-1)
    if (match !== null) {
      const header = form.read(match.groups ?? {})
      file.sections.push({header, name: form.name(header), text: '', raw: line})
    } else if (section === undefined) {
      file.lead += line
    } else {
      section.raw += line
    }
  }
  for (const section of file.sections) section.text = withHeader(section.raw, section.header, form)
  return file
}

/** A script with its header in the usual form as first line, in place of one that it has. */
export function withHeader<Header>(script: string, header: Header, form: HeaderForm<Header>): string {
  const [first = '', ...rest] = canonicalScript(script).split('\n')
  const body = form.pattern.test(first) ? rest : [first, ...rest]
  return canonicalScript([form.write(header), ...body].join('\n'))
}

/** The file with other scripts in place of its own, by name; undefined takes one away. New ones come last. */
export function changedScriptFile<Header>(
  {lead, sections}: ScriptFile<Header>,
  changes: ReadonlyMap<string, string | undefined>,
): string {
  const names = new Set(sections.map(({name}) => name))
  const kept = sections.map(({name, raw}) => (changes.has(name) ? changes.get(name) : raw))
  const added = [...changes].flatMap(([name, text]) => (names.has(name) ? [] : [text]))
  const texts = [...kept, ...added].filter((text) => text !== undefined)
  return lead + texts.map((text, at) => (at < texts.length - 1 ? apart(text) : text)).join('')
}

/** With an empty line behind it. */
function apart(text: string): string {
  return text.endsWith('\n\n') || text.endsWith('\n\r\n') ? text : text.endsWith('\n') ? `${text}\n` : `${text}\n\n`
}
