import { byId } from '../rulebook/by-id.ts'
import { harmless } from '../rulebook/harmless.ts'
import { inGroups } from '../rulebook/option-groups.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { nearest } from '../rulebook/suggest.ts'

const GROUP = 'group:'

/** The ids of the options named with `--option`, each once; `group:ID` names every option of a group. Undefined when none was named. */
export const chosenOptions = (named: readonly string[] | undefined, { options }: Pick<Rulebook, 'options'>): string[] | undefined =>
  named && [
    ...new Set(
      named.flatMap((name) => (name.startsWith(GROUP) ? options.filter(({ group }) => group === name.slice(GROUP.length)).map(({ id }) => id) : [name])),
    ),
  ]

/** The ids of the core options: those that are looked at where a page has no place for all. */
export const coreOptions = ({ options }: Pick<Rulebook, 'options'>): string[] => options.filter(({ tier }) => tier === 'core').map(({ id }) => id)

/** What is said of a name given with `--option` that is neither an option nor a group with options; undefined when it is one. */
export const unknownOption = (name: string, { options, about }: Pick<Rulebook, 'options' | 'about'>): string | undefined => {
  const ids = [...byId(options).keys()]
  const groups = inGroups(options, { about }).flatMap(({ id }) => (id === undefined ? [] : [`${GROUP}${id}`]))
  const isGroup = name.startsWith(GROUP)
  if (isGroup ? groups.includes(name) : ids.includes(name)) return undefined
  const near = nearest(name, isGroup ? groups : ids)
  return harmless(
    `unknown ${isGroup ? 'group' : 'option'} \`${name}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}\n` +
      `  options: ${ids.join(', ')}\n${groups.length === 0 ? '' : `  groups: ${groups.join(', ')}\n`}`,
  )
}
