import type { Rulebook } from './rulebook.ts'

/** Options that stand under one heading. `id` and `title` are missing where the rulebook has no groups. */
export interface OptionGroup<T> {
  readonly id?: string
  readonly title?: string
  readonly options: readonly T[]
}

/** Things that name a group, under the groups of the rulebook in their order; groups without any are left out, and what names none comes last. */
export const inGroups = <T extends { readonly group?: string | undefined }>(options: readonly T[], { about }: Pick<Rulebook, 'about'>): OptionGroup<T>[] => {
  const known = new Set(about.groups.map(({ id }) => id))
  return [
    ...about.groups.map(({ id, title }) => ({ id, title, options: options.filter(({ group }) => group === id) })),
    { options: options.filter(({ group }) => group === undefined || !known.has(group)) },
  ].filter(({ options: held }) => held.length > 0)
}
