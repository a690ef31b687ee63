import {type FastifyInstance} from 'fastify'
import {requireMuranoToken} from '../murano/member.ts'
import {tellHandlers} from '../murano/tell-handlers.ts'
import {businessRoutes} from '../murano/routes/businesses.ts'
import {serviceCallRoutes} from '../murano/routes/service-calls.ts'
import {serviceConfigRoutes} from '../murano/routes/service-configs.ts'
import {serviceRoutes} from '../murano/routes/services.ts'
import {solutionRoutes} from '../murano/routes/solutions.ts'
import {tokenRoutes} from '../murano/routes/tokens.ts'
import {type Sandbox} from '../sandbox.ts'

/** Murano: the management API. */
export function murano(app: FastifyInstance, sandbox: Sandbox): void {
  requireMuranoToken(app, sandbox)
  tellHandlers(app, sandbox)
  tokenRoutes(app, sandbox)
  businessRoutes(app, sandbox)
  solutionRoutes(app, sandbox)
  serviceConfigRoutes(app, sandbox)
  serviceCallRoutes(app, sandbox)
  serviceRoutes(app)
}
