import {execa, type Options, type Result} from 'execa'
import {cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'

export const root = join(import.meta.dirname, '../..')
export const bin = process.env['COMMSCTL_TEST_BIN'] ?? join(root, 'bin/run.js')

/** Where the program keeps V8's code: once for all users, or most of their commands would spend their time on writing it. */
const keptCode = join(root, '.cache/test-code')

export type Run = Result<{reject: false; encoding: 'utf8'}>

/** A user of their own: a home that nobody else touches, with the files that examples name, and `commsctl` on the PATH. */
export class World {
  readonly home = mkdtempSync(join(tmpdir(), 'commsctl-'))
  readonly env: Record<string, string>

  constructor(
    extra: Record<string, string> = {},
    private readonly program = bin,
  ) {
    const path = join(this.home, 'bin')
    mkdirSync(path)
    symlinkSync(program, join(path, 'commsctl'))
    mkdirSync(join(this.home, 'cache/commsctl'), {recursive: true})
    mkdirSync(keptCode, {recursive: true, mode: 0o700})
    symlinkSync(keptCode, join(this.home, 'cache/commsctl/code'))
    cpSync(join(root, 'test/fixtures/home'), this.home, {recursive: true})
    this.env = {
      PATH: [path, join(process.execPath, '..'), process.env['PATH']].join(delimiter),
      HOME: this.home,
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      XDG_CONFIG_HOME: join(this.home, 'config'),
      XDG_DATA_HOME: join(this.home, 'data'),
      XDG_STATE_HOME: join(this.home, 'state'),
      XDG_CACHE_HOME: join(this.home, 'cache'),
      ...extra,
    }
  }

  /** Runs the built program with these arguments; never throws for an exit code. */
  run(args: readonly string[], options: Options = {}): Promise<Run> {
    return this.#execute(process.execPath, [this.program, ...args], options)
  }

  /** Runs a line of shell in the home folder. */
  shell(line: string, options: Options = {}): Promise<Run> {
    return this.#execute('bash', ['-c', line], options)
  }

  #execute(file: string, args: readonly string[], options: Options): Promise<Run> {
    return execa(file, args, {
      ...{reject: false, extendEnv: false, env: this.env, cwd: this.home, stdin: 'ignore'},
      ...options,
    }) as unknown as Promise<Run>
  }

  dispose(): void {
    // Completion asks for values in the background, and may be writing still.
    rmSync(this.home, {recursive: true, force: true, maxRetries: 20})
  }
}
