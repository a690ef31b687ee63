import {type CollectionSpec} from '../collection.ts'
import {passwordsIn} from '../passwords.ts'

/** The password of a person, or of an end user of a solution. */
interface MuranoPassword {
  /** The address of the one, the id of the other. */
  user: string
  hash: string
}

export const muranoPasswords: CollectionSpec<MuranoPassword> = {name: 'murano_passwords', id: 'user', indexes: []}

export const {setPassword, passwordMatches} = passwordsIn(muranoPasswords)
