import {type Kind} from '../lib/plan/kind.ts'
import {brand} from './brand.ts'
import {campaigns} from './campaigns.ts'
import {numbers} from './numbers.ts'

/** All kinds that a plan knows, in the order of its file. */
export const kinds: readonly Kind[] = [brand, campaigns, numbers]
