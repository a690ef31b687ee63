import {type Kind} from '../lib/plan/kind.ts'
import {brand} from './brand.ts'
import {campaigns} from './campaigns.ts'
import {formTemplates} from './form-templates.ts'
import {groups} from './groups.ts'
import {identities} from './identities.ts'
import {muranoDevices} from './murano-devices.ts'
import {muranoLinks} from './murano-links.ts'
import {muranoServices} from './murano-services.ts'
import {muranoSolutions} from './murano-solutions.ts'
import {numbers} from './numbers.ts'
import {permissions} from './permissions.ts'
import {roles} from './roles.ts'
import {shortUrls} from './short-urls.ts'
import {subscriptions} from './subscriptions.ts'
import {workflowTemplates} from './workflow-templates.ts'

/** All kinds that a plan knows, in the order of its file. */
export const kinds: readonly Kind[] = [
  brand,
  campaigns,
  numbers,
  identities,
  permissions,
  roles,
  groups,
  subscriptions,
  shortUrls,
  formTemplates,
  workflowTemplates,
  muranoSolutions,
  muranoServices,
  muranoLinks,
  muranoDevices,
]
