import {KeyEndingCommand} from '../../../lib/murano/key-ending-command.ts'
import {deleteDevice} from '../../../lib/murano/device-calls.ts'

export default class DeleteDevice extends KeyEndingCommand {
  static override readonly shape = deleteDevice.shape
  static override readonly calls = [deleteDevice]
  protected override readonly ending = deleteDevice
}
