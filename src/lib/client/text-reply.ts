const LONGEST = 120

/** What a text or HTML page says, in one short line: its title, or its first words. */
export function describeText(text: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1]?.trim()
  const words = title !== undefined && title !== '' ? title : withoutMarkup(text)
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

/** Whether a reply is a page for people: a gateway's or a captive portal's, never the service's. */
export function isHtml(contentType: string | undefined, text: string): boolean {
  if (contentType !== undefined && contentType !== '') return /^\s*(text\/html|application\/xhtml)/i.test(contentType)
  return /^\s*<(!doctype html|html)\b/i.test(text)
}

function withoutMarkup(text: string): string {
  return text.replace(/<(script|style)\b.*?<\/\1>/gis, ' ').replace(/<[^>]*>/g, ' ')
}
