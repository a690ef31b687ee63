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
