/** What a draft says for a use case; `BRAND` stands for the brand. */
export interface DraftText {
  /** What the messages do, to go after “BRAND sends”. */
  purpose: string
  /** Whom they go to. */
  people: string
  samples: readonly [string, string]
}

const end = 'Reply STOP to cancel.'

function text(people: string, purpose: string, first: string, second: string): DraftText {
  return {people, purpose, samples: [`BRAND: ${first} ${end}`, `BRAND: ${second} ${end}`]}
}

/** Drafts by use case: of those that are one purpose. */
export const draftTexts: Readonly<Record<string, DraftText>> = {
  '2FA': text(
    'customers who sign in to their accounts',
    'one-time codes to confirm that it is them',
    'your code is [code]. It is valid for 10 minutes. We never ask you for it.',
    '[code] is your code to confirm the change of your password.',
  ),
  ACCOUNT_NOTIFICATION: text(
    'customers who have an account',
    'reminders and news of that account',
    'hello [name], your appointment is on [date] at [time]. Reply C to confirm.',
    'your payment of [amount] has arrived. Thank you, [name].',
  ),
  CUSTOMER_CARE: text(
    'customers who wrote or called with a question',
    'answers to it, and news of what becomes of it',
    'thank you for your question, [name]. We will call you on [date].',
    'your request [number] is done. Write back if anything is left open.',
  ),
  DELIVERY_NOTIFICATION: text(
    'customers who ordered something',
    'news of where the order is and when it arrives',
    'your order [number] is on its way and arrives on [date].',
    'your order [number] was left at the front door at [time].',
  ),
  FRAUD_ALERT: text(
    'customers who have an account',
    'warnings of payments and sign-ins that look wrong',
    'did you pay [amount] on [date]? Reply YES or NO.',
    'somebody signed in to your account from [place]. Reply NO if it was not you.',
  ),
  HIGHER_EDUCATION: text(
    'students and staff who enrolled for it',
    'news of classes, dates and the campus',
    'your class [class] begins at [time] in room [room] today.',
    'the deadline for [form] is [date]. See your adviser with questions.',
  ),
  MARKETING: text(
    'customers who signed up for it',
    'offers and news of what is on sale',
    'hello [name], 20% off everything until Friday. Show this message.',
    'new this week: [item]. Come and see it, members save 10%.',
  ),
  POLLING_VOTING: text(
    'customers who agreed to be asked',
    'short surveys about what they bought',
    'how was your visit on [date]? Reply with a number from 1 to 5.',
    'which day suits you better for [event]? Reply A or B.',
  ),
  PUBLIC_SERVICE_ANNOUNCEMENT: text(
    'residents who signed up for it',
    'information of public interest',
    'the office in [place] is closed on [date].',
    'water is turned off in [street] on [date] from [time].',
  ),
  SECURITY_ALERT: text(
    'customers who use our systems',
    'warnings that a system or a place is not safe',
    'the alarm at [place] went off at [time]. We are on our way.',
    'your account was locked after five wrong passwords at [time].',
  ),
  CHARITY: text(
    'donors who signed up for it',
    'news of what their gifts do, and thanks',
    'thank you, [name]: your gift of [amount] has arrived.',
    'the kitchen opens on [date]. Volunteers meet at [time].',
  ),
  EMERGENCY: text(
    'residents who signed up for it',
    'warnings of public safety in an emergency',
    'evacuation of [area] from [time]. Go to [place].',
    'the warning for [area] is lifted.',
  ),
  SOLE_PROPRIETOR: text(
    'customers who booked an appointment',
    'reminders of it and answers to questions',
    'hello [name], see you on [date] at [time]. Reply C to confirm.',
    'thank you for your visit, [name]. Write back with any questions.',
  ),
}
