import {isDeepStrictEqual} from 'node:util'
import {type Settled} from '../operation/declaration.ts'
import {type DataObject} from './data-object.ts'

/** What is said of an object that is created. */
type Draft = Pick<DataObject, 'name' | 'type'> & {content?: unknown}

/** Those of that name and type that hold the same. */
export function alike(objects: readonly DataObject[], {name, type, content}: Draft): DataObject[] {
  return objects.filter(
    (object) =>
      object.name === name &&
      object.type === type &&
      (content === undefined || isDeepStrictEqual(object.content, content)),
  )
}

/** Whether an object whose reply was lost was created: nothing tells since when there is one like it. */
export function settleObject(objects: readonly DataObject[], draft: Draft): Settled<DataObject> {
  const ids = alike(objects, draft).map(({uuid}) => uuid)
  if (ids.length === 0) return {done: false}
  return {
    done: 'open',
    clue: `There ${ids.length === 1 ? 'is an object' : 'are objects'} of that name, type and content, which may be from before: ${ids.join(', ')}.`,
    hint: `Look at it before you create it again: commsctl objects get ${ids.at(-1)}`,
  }
}
