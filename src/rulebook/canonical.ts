/** JSON with the keys of every object in order: equal data gives equal text. Keys whose value is undefined are left out. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => (isPlain(inner) ? sortedKeys(inner) : inner))

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const sortedKeys = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
