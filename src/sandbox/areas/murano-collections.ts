import {muranoBusinessCollections} from './murano-business-collections.ts'
import {muranoDataCollections} from './murano-data-collections.ts'
import {muranoDeviceCollections} from './murano-device-collections.ts'
import {muranoScriptCollections} from './murano-script-collections.ts'
import {muranoSolutionCollections} from './murano-solution-collections.ts'
import {muranoUserCollections} from './murano-user-collections.ts'

/** What of Murano can be loaded. */
export const muranoCollections = {
  ...muranoBusinessCollections,
  ...muranoSolutionCollections,
  ...muranoScriptCollections,
  ...muranoDeviceCollections,
  ...muranoUserCollections,
  ...muranoDataCollections,
}
