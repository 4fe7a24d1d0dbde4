import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Is there something at the place already? */
export const isTaken = (path: string): boolean => existsSync(path)

/**
 * Writes a case file that only its owner may read: beside its place first, flushed, then moved there, whole or not at all.
 * What is there already is replaced only with `replace`; otherwise false, and nothing is changed.
 */
export const saveCase = (path: string, text: string, replace: boolean): boolean => {
  const temporary = `${path}.${String(process.pid)}.tmp`
  const descriptor = openSync(temporary, 'wx', 0o600)
  try {
    writeFileSync(descriptor, text)
    fsyncSync(descriptor)
    closeSync(descriptor)
    return replace ? moved(temporary, path) : placed(temporary, path)
  } finally {
    rmSync(temporary, { force: true })
  }
}

const moved = (temporary: string, path: string): true => {
  renameSync(temporary, path)
  return true
}

/** A link fails where something stands already, so that nothing is overwritten between looking and writing. */
const placed = (temporary: string, path: string): boolean => {
  try {
    linkSync(temporary, path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    return existsSync(path) ? false : moved(temporary, path)
  }
}
