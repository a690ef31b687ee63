import {type Caller} from '../caller.ts'
import {notFound} from '../refusal.ts'
import {type Store} from '../store.ts'
import {type Brand, brands} from './brands.ts'

/** The brand of an account that the caller sees, or 404. */
export function mustHaveBrand(store: Store, caller: Caller, accountUuid: string): Brand {
  const brand = store.collection(brands).get(caller.mustSee(accountUuid).uuid)
  if (!brand) throw notFound(`The brand of account ${accountUuid}`)
  return brand
}
