import {CliError, usageError} from './errors.ts'
import {ExitCode} from './exit-code.ts'
import {isLoopback} from './profile/host.ts'

interface Place {
  host: string
  /** 0 takes any free one. */
  port: number
  /** Who would listen, for the error. */
  who: string
  command: string
}

/** Throws a usage error for an address that other machines reach; `why` says what speaks against that. */
export function checkLoopback(host: string, why: string): void {
  if (isLoopback(host.includes(':') ? `[${host}]` : host)) return
  throw usageError(`--host: “${host}” is not an address of this machine alone.`, {
    hint: `${why}: use 127.0.0.1, ::1 or localhost.`,
  })
}

/** Has an application listen and returns its URL. Throws an error that says why it cannot. */
export async function listenHere(
  app: {listen(place: {host: string; port: number}): Promise<string>},
  {host, port, who, command}: Place,
): Promise<string> {
  try {
    return await app.listen({host, port})
  } catch (error) {
    const {code = '', message} = error as NodeJS.ErrnoException
    throw new CliError(`${who} cannot listen on port ${port} of ${host}: ${reasons[code] ?? message}.`, {
      code: 'cannot-listen',
      exit: ExitCode.Usage,
      hint: `Any free port will do? Run: commsctl ${command} --port 0`,
      cause: error,
    })
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there',
  EACCES: 'that needs rights that you do not have',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'this machine has no such address',
}
