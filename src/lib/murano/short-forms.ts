import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {type Name, type Parameter} from '../parameter.ts'
import {type Schema} from '../schema.ts'
import {argument} from './argument.ts'

/** What an argument's text stands for; undefined where it is none of these. */
type Read = (text: string) => JsonValue | undefined

/** An argument that is JSON to the service, and has a shorter way to be written. `form` shows it. */
export function shortForm(usage: Name, schema: Schema, required: boolean, form: string, read: Read): Parameter {
  const whole = argument(usage, {...schema, description: `${schema.description ?? ''}: ${form}, or JSON`}, {required})
  const one = schema.items ?? schema
  return {
    ...whole,
    kind: 'text',
    valueName: form,
    check: async (typed, input) => {
      if (/^[[{@-]/.test(typed)) return whole.check(typed, input)
      const named = usage.replace(/\.\.\.$/, '')
      const value = read(typed)
      if (value === undefined) throw usageError(`${named}: “${typed}” is not of the form ${form}.`)
      await input.checkSchema(value, named, one)
      return value
    },
  }
}

/** `NAME`, for a parameter of a role. */
export function readDefinition(text: string): JsonObject {
  return {name: text}
}

/** `METHOD/PATH`, for an endpoint. */
export function readEndpoint(text: string): JsonObject | undefined {
  const [, method, path] = /^([A-Za-z]+) *(\/.*)$/.exec(text) ?? []
  return method === undefined || path === undefined ? undefined : {method: method.toUpperCase(), end_point: path}
}

/** `ROLE` or `ROLE:NAME=VALUE,NAME=VALUE`, for a role that somebody has. */
export function readAssignment(text: string): JsonObject | undefined {
  const [, role_id, rest] = /^([^:=,]+)(?::(.+))?$/.exec(text) ?? []
  if (role_id === undefined) return undefined
  if (rest === undefined) return {role_id}
  const parameters = rest.split(',').map((pair) => {
    const [, name, value] = /^([^=]+)=(.+)$/.exec(pair) ?? []
    return name === undefined || value === undefined ? undefined : {name, value}
  })
  return parameters.includes(undefined) ? undefined : {role_id, parameters: parameters as JsonObject[]}
}

/** `daily`, for a calendar. */
export function readPeriod(text: string): JsonObject | undefined {
  return ['hourly', 'daily', 'weekly', 'monthly', 'yearly'].includes(text) ? {[text]: true} : undefined
}
