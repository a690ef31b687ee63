/** What was sent and has not shown for so long will not come any more; or for longer, where requests may take longer. */
export const certainAfterMs = 60_000
