import {refuseOther} from '../batch/resume-job.ts'
import {loadCommand} from '../catalogue.ts'
import {resolveCommand} from '../command-files.ts'
import {type Console} from '../console.ts'
import {notFoundError, usageError} from '../errors.ts'
import {question, subject} from '../operation/confirm.ts'
import {type Declaration, type Undo} from '../operation/declaration.ts'
import {type Program} from '../program.ts'
import {type Entry} from './read-ledger.ts'

/** Takes an action back, asked first. Throws where nothing takes it back, or somebody has done so already. */
export async function undoEntry(entries: readonly Entry[], id: string, console: Console): Promise<void> {
  const entry = entries.find((one) => one.id === id)
  if (entry === undefined) throw notFoundError(`The ledger has no entry ${id}.`, 'commsctl ledger list')
  const {undo} = entry
  if (undo === null) throw cannot(entry)
  if (entry.undone_by !== null) {
    throw usageError(`It is undone already, by ${entry.undone_by}.`, {code: 'undone'})
  }
  refuseOther(entry, console)
  const shape = await callOf(undo, console.program)
  const values = Object.fromEntries(Object.entries(undo.values).filter(([name]) => name in shape.parameters))
  const {service, ledger} = await console.connection()
  await console.confirm(question(shape.effect!, subject(shape, values)), async () => [
    ...(undo.caveat === undefined ? [] : [undo.caveat]),
    ...((await shape.consequences?.(service, values)) ?? []),
  ])
  ;(await ledger()).belongTo({command: undo.command, undoes: id})
  await service.call({shape}, values)
}

function cannot({outcome, what, job}: Entry) {
  return usageError(`Nothing takes it back: ${what}.`, {
    code: 'no-undo',
    hint:
      outcome === 'done'
        ? undefined
        : job === null
          ? 'Nobody knows whether it was done: see what the service holds.'
          : `Nobody knows whether it was done: see its job, commsctl jobs get ${job}`,
  })
}

async function callOf({command}: Undo, {folder, extension}: Program): Promise<Declaration> {
  const {file} = resolveCommand(command.split(' '), folder, extension)
  if (file === undefined) throw usageError(`This version of commsctl has no command “${command}”.`)
  return (await loadCommand(file)).shape as Declaration
}
