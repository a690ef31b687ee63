import {idLength, namedId} from './ids.ts'

/** Somebody of a fresh sandbox who can sign in to Murano. */
export interface SeededPerson {
  email: string
  password: string
  name: string
}

/** How to get into Murano on a fresh sandbox: the owner of a business, and what she has there. */
export const seededMurano = {
  ...seededPerson('Ada Rivera', 'ada@sunrise.example'),
  businessId: namedId('business Sunrise Dental', idLength.business),
  /** An application with all services; the product is linked to it. */
  applicationId: namedId('application clinic-monitor', idLength.solution),
  /** An application beside it. */
  otherApplicationId: namedId('application Sandpit', idLength.solution),
  productId: namedId('product fridge', idLength.solution),
  /** Devices of the product: one that has reported, one that waits to be activated, one that is locked. */
  devices: {active: 'fridge-01', waiting: 'fridge-02', locked: 'fridge-03'},
  /** What the first one shows with each request. */
  cik: namedId('first half of the cik', 20) + namedId('second half of the cik', 20),
} as const

/** May look at the business and change nothing. */
export const seededGuest = seededPerson('Ben Okafor', 'ben@sunrise.example')

/** In no business. */
export const seededStranger = seededPerson('Cleo Marsh', 'cleo@bayfront.example')

/** An administrator of the business, whose login needs a code. */
export const seededTwoFactor = seededPerson('Dana Whitfield', 'dana@gulfstream.example')

function seededPerson(name: string, email: string): SeededPerson {
  return {name, email, password: `sandbox-${email.split('@', 1)[0] ?? ''}-1`}
}
