import {type JsonObject} from '../client/wire.ts'
import {type Caller, type Operation} from '../operation/declaration.ts'
import {type Fields} from '../schema.ts'

/** Something that the account has, in the words of the file. */
export interface Existing {
  /** What a file names it by. */
  key: string
  /** What the platform names it by. */
  id: string
  fields: JsonObject
  /** It may be referred to, but is not this account's: never changed, exported or pruned. */
  isOthers?: boolean
}

/** Something that the file asks for. */
export interface Wanted {
  key: string
  /** The platform's own id, where the file says which of several is meant. */
  id?: string
  fields: JsonObject
  /** Where it stands: `numbers[3]`. */
  at: string
  /** How it is found, where the platform chooses what it will be. */
  search?: JsonObject
}

/** An entry of the file as it is read. */
export interface Entry {
  fields: JsonObject
  at: string
}

/** What is known while a plan is made. */
export interface Planning extends Caller {
  account: string
  /** What there is of another kind, read once. */
  existing(section: string): Promise<readonly Existing[]>
  kindOf(section: string): Kind | undefined
  /** What the entries of a section are in, as they say it; undefined where all that there is counts. */
  placesOf(section: string): ReadonlySet<string> | undefined
}

/** What is known while it is carried out. */
export interface Applying extends Planning {
  /** The id of what is there, or was made before this step. */
  idOf(section: string, key: string): Promise<string>
  /** What kinds have chosen in this run, so that nothing is chosen twice. */
  claimed: Set<string>
  /** Keys that were sent by an earlier run, which nobody knows the outcome of. */
  unsettled(section: string): readonly string[]
}

export interface Changing {
  existing: Existing
  /** Only fields that differ, as they are to be. */
  changes: JsonObject
  wanted: Wanted
}

/** The operations whose effects tell what a step costs and whether it can be undone. */
export interface KindCalls {
  create?: Operation
  change?: Operation
  remove?: Operation
}

/** A kind of resource: all that plans need to know of it. */
export interface Kind {
  /** Its name in the file; kinds come in the order in which they are made. */
  section: string
  /** One of them, in words. */
  noun: string
  /** The account has one of it at most, and the section is that one. */
  single?: true
  /** The field that names an entry. */
  key: string
  /** The field that names what an entry is in: its key tells it from others there. Only what the section names is pruned. */
  within?: string
  /** The field of an entry that holds the platform's id. */
  id?: string
  /** What an entry holds. */
  fields: Fields
  /** Fields without which it cannot be made. */
  needed: readonly string[]
  /** Fields that hold keys of other kinds: one, or a list. */
  refers?: Readonly<Record<string, string>>
  /** Sections that must be made before, whatever the fields say. */
  after?: readonly string[]
  /** Lists whose order means nothing. */
  sets?: readonly string[]
  /** Objects that are laid over what is there: what they do not name stays, also inside. */
  laidOver?: readonly string[]
  /** Fields that are set when it is made, and not compared: what they say is not what the platform tells later. */
  initial?: readonly string[]
  /** Fields that cannot be changed in place. */
  fixed?: readonly string[]
  /** Whether it is deleted and made anew for them; else that is for people to do. */
  replaced?: true
  /** Fields that are set in a step of their own, once what they refer to is ready. */
  afterwards?: readonly string[]
  /** How many that differ in nothing but their key go in one request. */
  together?: number
  /** Making it a second time is refused, or does nothing. */
  once?: true
  /** Exported only when it is named: it is not the account's alone. */
  unexported?: true
  calls: KindCalls
  read(planning: Planning): Promise<Existing[]>
  /** Entries as single things; each entry is one unless said. */
  expand?(entries: readonly Entry[], existing: readonly Existing[]): Wanted[]
  /** Chooses what the platform is to give. Nothing is made yet. */
  choose?(applying: Applying, wanted: readonly Wanted[]): Promise<Wanted[]>
  /** Makes them, and gives back their ids. */
  create?(applying: Applying, wanted: readonly Wanted[]): Promise<string[]>
  change?(applying: Applying, changing: readonly Changing[]): Promise<void>
  remove?(applying: Applying, existing: readonly Existing[]): Promise<void>
  /** Why what refers to it cannot be done yet; undefined where it can. */
  waiting?(applying: Applying, id: string): Promise<string | undefined>
}
