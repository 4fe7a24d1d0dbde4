import type { Interval } from '../../logic/interval.ts'
import type { Citation } from '../citation.ts'
import type { Rulebook } from '../rulebook.ts'
import type { Dated } from '../span.ts'
import { checkedDay } from '../span.ts'
import { daysFrom } from './days.ts'
import { rootsOf, visits } from './walk.ts'

/** A text that is shown on some days, with what it cites. */
interface Text extends Dated {
  readonly cite?: readonly Citation[] | undefined
}

/** A text in its place: what it is, and the days of what holds it. */
export interface Placed {
  readonly text: Text
  readonly name: string
  readonly within: readonly Interval[]
  readonly file: string
  readonly path: readonly (string | number)[]
}

/** Every text of a rulebook that may cite, criteria first. */
export const textsOf = (rulebook: Rulebook): Placed[] => {
  const first = checkedDay(rulebook.about['first-day'])
  const always = daysFrom(first, {})
  const listed = (list: readonly Text[] | undefined, key: string, name: string, holder: Omit<Placed, 'text' | 'name'>): Placed[] =>
    (list ?? []).map((text, index) => ({ ...holder, text, name, path: [...holder.path, key, index] }))
  const named = (folder: string, list: readonly (Text & { readonly id: string })[]): Placed[] =>
    list.map((text) => ({ text, name: text.id, within: always, file: `${folder}/${text.id}.yaml`, path: [] }))
  return [
    ...rootsOf(rulebook).flatMap((root) =>
      [...visits(root)].flatMap(({ node, place, days }): Placed[] => {
        const holder = { within: days, ...place }
        return [
          { ...holder, text: { cite: node.cite }, name: '' },
          ...listed(node.note, 'note', `a note of ${node.id ?? ''}`, holder),
          ...listed(node.reading, 'reading', `a reading of ${node.id ?? ''}`, holder),
        ]
      }),
    ),
    ...rulebook.options.flatMap((option): Placed[] => {
      const holder = { file: `options/${option.id}/option.yaml`, path: [], within: daysFrom(first, option) }
      return [
        { ...holder, text: { cite: option.cite }, name: option.id },
        ...listed(option.warnings, 'warnings', `a warning of ${option.id}`, holder),
        ...listed(option.history, 'history', `the history of ${option.id}`, { ...holder, within: always }),
      ]
    }),
    ...named('lines', rulebook.lines),
    ...named('key-dates', rulebook['key-dates']),
    ...named('resources', rulebook.resources),
    ...named('gates', rulebook.gates),
    ...named('stops', rulebook.stops),
    ...rulebook.comparisons.flatMap((comparison) =>
      listed(comparison.rows, 'rows', `a row of ${comparison.id}`, {
        file: `comparisons/${comparison.id}.yaml`,
        path: [],
        within: daysFrom(first, comparison),
      }),
    ),
    ...named('parameters', rulebook.parameters),
    ...rulebook.parameters.flatMap((parameter) =>
      listed(parameter.values, 'values', `a value of ${parameter.id}`, { file: `parameters/${parameter.id}.yaml`, path: [], within: always }),
    ),
  ]
}
