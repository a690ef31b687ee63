import {namedUuid} from '../named-uuid.ts'
import {seededAccess, seededReader, type SeededUser} from '../seeded-access.ts'
import {type Store} from '../store.ts'
import {properties} from '../user-properties.ts'

/** Some properties of the default account's users. */
export function seedProperties(store: Store): void {
  const add = ({userUuid, email}: SeededUser, name: string, value: string, label: string) =>
    store.collection(properties).put({
      uuid: namedUuid(`property ${name} of ${email}`),
      context: 'user',
      context_uuid: userUuid,
      name,
      value,
      label,
      description: label,
    })
  add(seededAccess, 'theme', 'dark', 'Colours')
  add(seededAccess, 'locale', 'en-US', 'Language')
  add(seededReader, 'theme', 'light', 'Colours')
}
