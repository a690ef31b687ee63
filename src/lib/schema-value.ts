import {type JsonObject, type JsonValue} from './client/wire.ts'
import {type Fields} from './schema.ts'

interface Named {
  string: string
  integer: number
  number: number
  boolean: boolean
  null: null
  object: JsonObject
  array: JsonValue[]
}

/** The type of the values that a schema takes, as far as it says so; the schema is to be `as const`. */
export type ValueOf<Schema> = Schema extends {enum: readonly (infer Value)[]}
  ? Value
  : Schema extends {type: 'array'; items: infer Item}
    ? ValueOf<Item>[]
    : Schema extends {type: 'object'; properties: infer Properties}
      ? FieldValues<Properties, RequiredBy<Schema>>
      : Schema extends {type: infer Type}
        ? Named[(Type extends readonly (infer Name)[] ? Name : Type) & keyof Named]
        : JsonValue

/** The same of fields, of which some are required. */
export type FieldValues<All, Required> = All extends Fields
  ? {-readonly [Name in keyof All as Name extends Required ? Name : never]: ValueOf<All[Name]>} & {
      -readonly [Name in keyof All as Name extends Required ? never : Name]?: ValueOf<All[Name]>
    }
  : JsonObject

/** The names that something says are required. */
export type RequiredBy<Thing> = Thing extends {required: readonly (infer Name)[]} ? Name : never
