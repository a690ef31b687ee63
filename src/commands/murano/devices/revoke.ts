import {KeyEndingCommand} from '../../../lib/murano/key-ending-command.ts'
import {revokeDevice} from '../../../lib/murano/device-calls.ts'

export default class Revoke extends KeyEndingCommand {
  static override readonly shape = revokeDevice.shape
  static override readonly calls = [revokeDevice]
  protected override readonly ending = revokeDevice
}
