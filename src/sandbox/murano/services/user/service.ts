import {user as facts} from '../../../../lib/murano/services/user.ts'
import {declaredService} from '../declared-service.ts'
import {messageAndStatusCode} from '../failure-shapes.ts'
import {accountBehaviour} from './account-behaviour.ts'
import {assignmentBehaviour} from './assignment-behaviour.ts'
import {dataBehaviour} from './data-behaviour.ts'
import {roleBehaviour} from './role-behaviour.ts'

export const user = declaredService(
  facts,
  {...accountBehaviour, ...dataBehaviour, ...roleBehaviour, ...assignmentBehaviour},
  messageAndStatusCode,
)
