import {type FilingSource} from './source/filing-source.ts'
import {type Page} from './rule.ts'
import {pagesOf} from './rules/pages.ts'

const atOnce = 6
/** Of a page, more than that is not read. */
const mostBytes = 1_000_000

/** The pages that filings name, each fetched once. Failures are what rules look for, and are not thrown. */
export async function fetchPages(
  sources: readonly FilingSource[],
  {timeoutMs, signal}: {timeoutMs: number; signal: AbortSignal},
): Promise<ReadonlyMap<string, Page>> {
  const filings = sources.flatMap((source) => source.filings)
  const links = filings.flatMap(({brand, campaigns}) =>
    pagesOf(
      brand?.fields ?? {},
      campaigns.map(({fields}) => fields),
    ),
  )
  const waiting = [...new Set(links)]
  const pages = new Map<string, Page>()
  const work = async () => {
    for (let link = waiting.shift(); link !== undefined; link = waiting.shift()) {
      pages.set(link, await fetchPage(link, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])))
      signal.throwIfAborted()
    }
  }
  await Promise.all(Array.from({length: atOnce}, work))
  return pages
}

async function fetchPage(link: string, signal: AbortSignal): Promise<Page> {
  try {
    const reply = await fetch(link, {signal, headers: {accept: 'text/html, text/plain'}})
    if (!reply.ok) {
      await reply.body?.cancel()
      return {fault: `${reply.status} ${reply.statusText}`.trim()}
    }
    return {text: textOf(await beginning(reply))}
  } catch (error) {
    return {fault: faultOf(error as Error)}
  }
}

async function beginning({body}: Response): Promise<string> {
  const decoder = new TextDecoder()
  let [text, size] = ['', 0]
  for await (const chunk of body ?? []) {
    const bytes = chunk as Uint8Array
    text += decoder.decode(bytes, {stream: true})
    size += bytes.length
    if (size > mostBytes) break
  }
  return text
}

function faultOf(error: Error): string {
  if (error.name === 'TimeoutError') return 'it does not answer in time'
  const {cause} = error
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message
}

/** What of a page can be read without scripts. */
function textOf(html: string): string {
  return html
    .replace(/<(script|style|noscript|template)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<\/(?:p|div|li|h\d|td|section)>/gi, '. ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&(?:#39|rsquo|apos);/g, '’')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
}
