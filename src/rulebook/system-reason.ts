/** Why the system would not read or write something, in plain words; its own words where there are none of ours. */
export const systemReason = (error: unknown): string =>
  error instanceof Error && 'code' in error ? (REASONS[String(error.code)] ?? error.message) : String(error)

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'no permission to read it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is not a folder',
  ELOOP: 'its links lead in a circle',
}
