/** Where and why a text is not JSON; line and column count from 1. `reason` quotes nothing of the text but one character. */
export interface JsonFault {
  line: number
  column: number
  reason: string
}

/** Finds the place of the error that `JSON.parse(text)` has thrown. */
export function locateJsonFault(text: string, error: SyntaxError): JsonFault {
  const offset = faultOffset(text, error.message)
  const before = text.slice(0, offset)
  return {
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
    reason: reasonOf(error.message),
  }
}

function reasonOf(message: string): string {
  const reason = /^Unexpected token '.'/su.exec(message)?.[0] ?? message.replace(/ in JSON.*$/s, '')
  return reason.charAt(0).toLowerCase() + reason.slice(1)
}

/** Node names the position for most errors, not for an unexpected token or the end of the text. */
function faultOffset(text: string, message: string): number {
  const position = /at position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return Number(position)
  if (!message.startsWith('Unexpected token')) return text.length
  let valid = 0
  let faulty = text.length
  while (faulty - valid > 1) {
    const middle = Math.floor((valid + faulty) / 2)
    if (hasUnexpectedToken(text.slice(0, middle))) faulty = middle
    else valid = middle
  }
  return valid
}

function hasUnexpectedToken(text: string): boolean {
  try {
    JSON.parse(text)
    return false
  } catch (error) {
    return (error as SyntaxError).message.startsWith('Unexpected token')
  }
}
