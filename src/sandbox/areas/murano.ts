import {type FastifyInstance} from 'fastify'
import {requireMuranoToken} from '../murano/member.ts'
import {tellHandlers} from '../murano/tell-handlers.ts'
import {bucketRoutes} from '../murano/routes/bucket.ts'
import {contentRoutes} from '../murano/routes/contents.ts'
import {exchangeRoutes} from '../murano/routes/exchange.ts'
import {usageRoutes} from '../murano/routes/usage.ts'
import {userRoutes} from '../murano/routes/users.ts'
import {applicationRoutes} from '../murano/routes/applications.ts'
import {businessRoutes} from '../murano/routes/businesses.ts'
import {deviceDataRoutes} from '../murano/routes/device-data.ts'
import {deviceRoutes} from '../murano/routes/devices.ts'
import {endpointRoutes} from '../murano/routes/endpoints.ts'
import {fileRoutes} from '../murano/routes/files.ts'
import {gatewayRoutes} from '../murano/routes/gateways.ts'
import {legacyProductRoutes} from '../murano/routes/legacy-products.ts'
import {logRoutes} from '../murano/routes/logs.ts'
import {scriptRoutes} from '../murano/routes/scripts.ts'
import {serviceCallRoutes} from '../murano/routes/service-calls.ts'
import {serviceConfigRoutes} from '../murano/routes/service-configs.ts'
import {serviceRoutes} from '../murano/routes/services.ts'
import {solutionSettingRoutes} from '../murano/routes/solution-settings.ts'
import {solutionRoutes} from '../murano/routes/solutions.ts'
import {tokenRoutes} from '../murano/routes/tokens.ts'
import {letTimersFire} from '../murano/services/timer/timers.ts'
import {type Sandbox} from '../sandbox.ts'

/** Murano: the management API, what devices use, and what applications serve. */
export function murano(app: FastifyInstance, sandbox: Sandbox): void {
  requireMuranoToken(app, sandbox)
  tellHandlers(app, sandbox)
  letTimersFire(sandbox)
  tokenRoutes(app, sandbox)
  businessRoutes(app, sandbox)
  solutionRoutes(app, sandbox)
  serviceConfigRoutes(app, sandbox)
  serviceCallRoutes(app, sandbox)
  serviceRoutes(app)
  scriptRoutes(app, sandbox)
  endpointRoutes(app, sandbox)
  fileRoutes(app, sandbox)
  solutionSettingRoutes(app, sandbox)
  logRoutes(app, sandbox)
  gatewayRoutes(app, sandbox)
  deviceRoutes(app, sandbox)
  deviceDataRoutes(app, sandbox)
  bucketRoutes(app, sandbox)
  contentRoutes(app, sandbox)
  exchangeRoutes(app, sandbox)
  usageRoutes(app, sandbox)
  userRoutes(app, sandbox)
  legacyProductRoutes(app, sandbox)
  applicationRoutes(app, sandbox)
}
