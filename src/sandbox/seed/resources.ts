import {type JsonObject} from '../../lib/client/wire.ts'
import {namedUuid} from '../named-uuid.ts'
import {resources, resourceTemplates, rows} from '../resources/resources.ts'
import {seededAccess} from '../seeded-access.ts'
import {type Store} from '../store.ts'

const resourceId = 'IHB23X0B4LoNFLghRM7S'
const templateUuid = namedUuid('resource template people')

const people: Readonly<Record<string, JsonObject>> = {
  kQ2mZr81TnVb5YcXw0Aa: {
    firstname: 'Iris',
    lastname: 'Boyd',
    emails: [{email_address: 'iris@boyd.example', label: 'home'}],
    phones: [{number: '+19415550121', label: 'mobile'}],
  },
  pL7sDf42HgJk9MnBv3Cc: {
    firstname: 'Jonas',
    lastname: 'Boyd',
    emails: [],
    phones: [{number: '+19415550122', label: 'mobile'}],
  },
  tR5uIo63WeQa1ZxSw8Dd: {
    firstname: 'Kim',
    lastname: 'Vega',
    emails: [{email_address: 'kim@vega.example', label: 'work'}],
    phones: [],
  },
}

/** A template of the default account, and a table of people that is made from it. */
export function seedResources(store: Store): void {
  const {accountUuid: account_uuid} = seededAccess
  store.collection(resourceTemplates).put({
    uuid: templateUuid,
    account_uuid,
    name: 'people',
    description: 'People with their addresses and numbers',
    schema: {
      properties: {
        firstname: {type: 'string'},
        lastname: {type: 'string'},
        emails: {type: 'array'},
        phones: {type: 'array'},
      },
    },
  })
  store.collection(resources).put({
    uuid: resourceId,
    account_uuid,
    type: 'cwa_mass_contact',
    name: 'Patients',
    description: 'Patients who asked to be called',
    template_uuid: templateUuid,
  })
  for (const [uuid, content] of Object.entries(people)) {
    store.collection(rows).put({uuid, resource_instance_uuid: resourceId, content, references: []})
  }
}
