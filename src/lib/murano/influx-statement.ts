/** What statements of InfluxQL do: several stand beside each other with semicolons between. */
export function statementsDo(text: string): 'reads' | 'changes' | 'destroys' {
  const statements = text.split(';').filter((statement) => statement.trim() !== '')
  if (statements.some((statement) => /^\s*(drop|delete)\b/i.test(statement))) return 'destroys'
  return statements.every(isRead) ? 'reads' : 'changes'
}

function isRead(statement: string): boolean {
  return /^\s*(show|select|explain)\b/i.test(statement) && !/\binto\b/i.test(statement)
}
