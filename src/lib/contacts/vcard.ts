import ICAL from 'ical.js'
import {type JsonObject} from '../client/wire.ts'
import {sameJson} from '../same-json.ts'
import {type Contact, contentOf} from './contact.ts'
import {type ContactRow} from './contact-format.ts'
import {type Faults} from './faults.ts'
import {cardOfFields, type CardProperty, fieldsOfCard} from './vcard-fields.ts'

/** What a vCard cannot say otherwise: fields as JSON, and those that the contact does not have. */
const ownProperty = 'x-commsctl'

interface Rest {
  set: JsonObject
  unset: string[]
}

/** A contact as vCard 3.0. What other programs cannot read of it is there too, for import. */
export function contactAsCard(contact: Contact): string {
  const content = contentOf(contact)
  const rest = restOf(content)
  const sayable = Object.fromEntries(Object.entries(content).filter(([name]) => !(name in rest.set)))
  const own: CardProperty[] =
    Object.keys(rest.set).length + rest.unset.length === 0 ? [] : [[ownProperty, {}, 'unknown', JSON.stringify(rest)]]
  return textOf([...cardOfFields(sayable), ...own])
}

/** What would be lost or added if a contact were written and read. */
function restOf(content: JsonObject): Rest {
  const back = readBack(content)
  const set = Object.entries(content).filter(([name, value]) => !sameJson(value, back[name]))
  return {set: Object.fromEntries(set), unset: Object.keys(back).filter((name) => !Object.hasOwn(content, name))}
}

function readBack(content: JsonObject): JsonObject {
  try {
    return fieldsOfCard(propertiesOf(textOf(cardOfFields(content)))).fields
  } catch {
    // It has what no vCard can hold.
    return {}
  }
}

/** Contacts of a file of vCards, 3.0 or 4.0; `leftOut` is told the properties that no field is for. */
export function contactsOfCards(text: string, faults: Faults, leftOut: (name: string) => void): ContactRow[] {
  return cardsOf(text, faults).flatMap(({card, line}) => {
    try {
      const properties = propertiesOf(card)
      const {fields, leftOut: names} = fieldsOfCard(properties)
      names.filter((name) => name !== ownProperty).forEach(leftOut)
      const content = withRest(fields, properties)
      if (Object.keys(content).length > 0) return [{line, content}]
      faults.add(line, ['holds nothing'])
    } catch (error) {
      faults.add(line, [`is not a vCard: ${(error as Error).message}`])
    }
    return []
  })
}

function withRest(fields: JsonObject, properties: readonly CardProperty[]): JsonObject {
  const own = properties.find(([name]) => name === ownProperty)?.[3]
  if (typeof own !== 'string') return fields
  const {set, unset} = JSON.parse(own) as Rest
  const kept = Object.entries(fields).filter(([name]) => !unset.includes(name))
  return {...Object.fromEntries(kept), ...set}
}

/** The cards of a file, each with the line that it begins on. Lines outside of cards are faults. */
function cardsOf(text: string, faults: Faults): {card: string; line: number}[] {
  const cards: {card: string; line: number}[] = []
  let open: {lines: string[]; line: number} | undefined
  for (const [index, content] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (/^BEGIN:VCARD\s*$/i.test(content)) {
      if (open !== undefined) faults.add(open.line, ['is a vCard without END:VCARD'])
      open = {lines: [], line: index + 1}
    } else if (open === undefined && content.trim() !== '') faults.add(index + 1, ['is outside of any vCard'])
    open?.lines.push(content)
    if (open === undefined || !/^END:VCARD\s*$/i.test(content)) continue
    cards.push({card: open.lines.join('\r\n'), line: open.line})
    open = undefined
  }
  if (open !== undefined) faults.add(open.line, ['is a vCard without END:VCARD'])
  return cards
}

function propertiesOf(card: string): CardProperty[] {
  if (/^VERSION:2\.1\s*$/im.test(card)) throw new Error('version 2.1 is too old; have it written as 3.0 or 4.0')
  const [, properties] = ICAL.parse(card) as [string, CardProperty[]]
  return properties
}

function textOf(properties: readonly CardProperty[]): string {
  return `${new ICAL.Component(['vcard', properties, []]).toString()}\r\n`
}
