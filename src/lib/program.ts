/** The installed program: where it is and how its files are named. */
export interface Program {
  /** The package's folder. */
  root: string
  /** The folder of the command files. */
  folder: string
  /** `.js` built, `.ts` from source. */
  extension: string
  version: string
}

/** One line about each command, for help, search and near names. Made by the build; from source, by loading every command. */
export interface CommandIndex {
  [id: string]: string
}
