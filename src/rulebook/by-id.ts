const tables = new WeakMap<object, ReadonlyMap<string, unknown>>()

/** A list of things with ids as a table by id; made once for each list. */
export const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> => {
  const made = tables.get(list)
  if (made) return made as ReadonlyMap<string, T>
  const table = new Map(list.map((item) => [item.id, item]))
  tables.set(list, table)
  return table
}
