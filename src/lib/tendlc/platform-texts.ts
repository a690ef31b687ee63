/**
 * How the texts begin that public clients of the platform file where somebody leaves them out. They name no brand, no
 * frequency and no contact, so that carriers reject campaigns with them.
 */
const beginnings: Readonly<Record<string, readonly string[]>> = {
  message_flow: ['Users may opt-in by sending START'],
  opt_in_message: ['You have replied "START"', 'You are now opted-in.'],
  opt_out_message: ['You have been unsubscribed from the mailing list', 'You have successfully opted-out.'],
  help_message: ['To unsubscribe, reply "STOP" to this number', 'To opt-in and receive messages from this number'],
}

/** Names of fields that hold one of the platform's own default texts. */
export function fieldsWithPlatformTexts(fields: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(beginnings).flatMap(([name, texts]) => {
    const value = fields[name]
    return typeof value === 'string' && texts.some((text) => value.trimStart().startsWith(text)) ? [name] : []
  })
}
