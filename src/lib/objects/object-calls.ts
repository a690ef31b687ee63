import {wholeBody} from '../body-parameter.ts'
import {type JsonValue} from '../client/wire.ts'
import {collect} from '../collect.ts'
import {operation} from '../operation.ts'
import {empty, list, object} from '../operation/declaration.ts'
import {boolean, json, text, user, uuid} from '../parameters.ts'
import {sharing} from '../resource-groups/parameters.ts'
import {type DataObject, objectColumns, objectDetails, objectFields} from './data-object.ts'
import {settleObject} from './lost-object.ts'

// Calls that compositions make, beside the commands that stand for them.

/** What is said of a new object, whoever it is to belong to. */
export const newObject = {
  name: text('--name', 'name of the object', {required: true}),
  type: text('--type', 'what kind of object it is, such as data_object', {required: true}),
  description: text('--description', 'what it is for'),
  content: json('--content', 'what it holds', {schema: {type: 'object'}}),
  metadata: json('--metadata', 'anything of your own beside the content', {schema: {type: 'object'}}),
}

/** What is always sent with a new object. */
export const fixedBody = {content_type: 'application/json'}

export function metadataOf({metadata = {}}: {metadata?: JsonValue | undefined}): {metadata: JsonValue} {
  return {metadata}
}

export const loadContent = boolean('--load-content', 'show what they hold, too', {default: false})

export const createdObject = object<DataObject>({columns: objectDetails, id: 'uuid', pending: true})

export const createForUser = operation({
  operation: 'Objects.createUserDataObject',
  summary: 'Create an object of a user',
  request: {line: 'POST /objects/users/{user_uuid}/objects', fixedBody},
  parameters: {user_uuid: uuid('--user', 'user who gets it', {required: true}), ...newObject},
  derived: metadataOf,
  effect: {changes: 'create an object of'},
  settle: async (caller, {user_uuid, ...draft}) => {
    const {type, name} = draft
    return settleObject(await collect(caller.all(findObjects, {user_uuid, type, name, load_content: true})), draft)
  },
  reply: createdObject,
  examples: [],
})

export const findObjects = operation({
  operation: 'Objects.getDataObjectByTypeAndName',
  summary: 'Find an object that a user may see, by type and name',
  request: 'GET /objects/users/{user_uuid}/allowed-objects',
  parameters: {
    user_uuid: user(),
    type: text('--type', 'type of the object', {default: 'data_object'}),
    load_content: loadContent,
    name: text('--name', 'its exact name', {required: true}),
  },
  reply: list<DataObject>({columns: objectColumns, id: 'uuid', noun: 'objects'}),
  examples: [
    ['One of yours', '--name "Price list"'],
    ['What it holds', '--name "Price list" --load-content --jq ".[0].content"'],
  ],
})

export const getObject = operation({
  operation: 'Objects.getDataObject',
  summary: 'Show one object',
  request: {line: 'GET /objects/objects/{data_object_uuid}', headers: {'cache-control': 'no-cache'}},
  parameters: {
    data_object_uuid: uuid('OBJECT', 'object to show'),
  },
  reply: object<DataObject>({columns: objectDetails, id: 'uuid'}),
  examples: [['What it holds', 'cca839d3-8075-5f80-b7ce-d59cc980a7b3 --jq .content']],
})

export const replaceObject = operation({
  operation: 'Objects.updateDataObject',
  summary: 'Change an object and who may reach it',
  request: 'PUT /objects/objects/{data_uuid}',
  parameters: {
    data_uuid: uuid('OBJECT', 'object to change'),
    body: wholeBody('what to change', {fields: objectFields}),
    account_uuid: uuid('--account', 'account that new groups of --users are made in; the profile’s if left out', {
      in: 'local',
      required: false,
      fallback: 'account',
      needs: ['users'],
    }),
    users: sharing({required: false}),
  },
  effect: {changes: 'change the object', replaces: true},
  current: (caller, {data_uuid}) => caller.call(getObject, {data_object_uuid: data_uuid}),
  reply: createdObject,
  examples: [],
})

export const deleteObject = operation({
  operation: 'Objects.deleteDataObject',
  summary: 'Delete an object and its groups',
  request: 'DELETE /objects/objects/{data_uuid}',
  parameters: {
    data_uuid: uuid('OBJECT', 'object to delete'),
  },
  effect: {changes: 'delete the object', destructive: true},
  reply: empty('The object is deleted.', {pending: true}),
  examples: [['One that nobody needs', '7702b77c-7989-5cee-8be4-0bce21d80042']],
})
