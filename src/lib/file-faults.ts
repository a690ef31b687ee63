const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a folder',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a part of its path is a file, not a folder',
  ENOSPC: 'the disk is full',
  ELOOP: 'its path is a loop of links',
  SQLITE_CANTOPEN: 'its database cannot be opened',
  SQLITE_FULL: 'the disk is full',
  SQLITE_IOERR: 'the disk fails, or is full',
  SQLITE_READONLY: 'its database is read-only',
}

/** Whether a file could not be read or written: a broken connection is none of that. */
export function isFileFault(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && Object.hasOwn(reasons, codeOf(error))
}

/** Why a file cannot be read or written, in words. */
export function fileFault(error: unknown): string {
  return reasons[codeOf(error as Error)] ?? (error as Error).message
}

/** That of the system or of SQLite, without what SQLite adds to some; a database that cannot be opened has none. */
function codeOf(error: NodeJS.ErrnoException): string {
  if (error.message.startsWith('ConnectionFailed')) return 'SQLITE_CANTOPEN'
  return String(error.code).replace(/^(SQLITE_[A-Z]+)_.*/, '$1')
}
