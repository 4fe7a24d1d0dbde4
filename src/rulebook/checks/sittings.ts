import { byId } from '../by-id.ts'
import { membersOf } from '../openness.ts'
import type { Rulebook } from '../rulebook.ts'
import { nearest } from '../suggest.ts'
import type { Check, Report } from './check.ts'

/** Every topic, fact, member and stop that a sitting, a gate or a stop names exists, and every fact has a part. */
export const sittings: Check = (rulebook, report) => {
  for (const { id, file, path, kind, known } of namedIds(rulebook)) {
    if (!known.includes(id)) report('unknown-id', { file, path }, { kind, id, nearest: nearest(id, known) })
  }
  if (rulebook.sitting) everyFactHasPart(rulebook, report)
}

interface Named {
  readonly id: string
  readonly kind: string
  readonly known: readonly string[]
  readonly file: string
  readonly path: readonly (string | number)[]
}

const namedIds = (rulebook: Rulebook): Named[] => {
  const facts = rulebook.facts.map(({ id }) => id)
  const topics = rulebook.about.topics.map(({ id }) => id)
  const stops = rulebook.stops.map(({ id }) => id)
  const inList = (ids: readonly string[], kind: string, known: readonly string[], file: string, path: readonly (string | number)[]): Named[] =>
    ids.map((id, index) => ({ id, kind, known, file, path: [...path, index] }))
  const file = 'sitting.yaml'
  return [
    ...(rulebook.sitting?.parts ?? []).flatMap(({ topic, facts: named = [] }, index) => [
      { id: topic, kind: 'topic', known: topics, file, path: ['parts', index, 'topic'] },
      ...inList(named, 'fact', facts, file, ['parts', index, 'facts']),
    ]),
    ...(rulebook.sitting?.outside ?? []).map(({ fact }, index) => ({ id: fact, kind: 'fact', known: facts, file, path: ['outside', index, 'fact'] })),
    ...Object.keys(rulebook.sitting?.['asked-when'] ?? {}).map((id) => ({ id, kind: 'fact', known: facts, file, path: ['asked-when', id] })),
    ...Object.entries(rulebook.sitting?.['never-offered'] ?? {}).flatMap(([id, members]) => {
      const fact = byId(rulebook.facts).get(id)
      const path = ['never-offered', id]
      return fact ? inList(members, `member of \`${id}\``, membersOf(fact), file, path) : [{ id, kind: 'fact', known: facts, file, path }]
    }),
    ...rulebook.gates.flatMap(({ id, answers }) =>
      answers.flatMap(({ then }, index) =>
        then?.stop === undefined ? [] : [{ id: then.stop, kind: 'stop', known: stops, file: `gates/${id}.yaml`, path: ['answers', index, 'then', 'stop'] }],
      ),
    ),
    ...rulebook.stops.flatMap((stop) => [
      ...inList(stop['ask-first'] ?? [], 'fact', facts, `stops/${stop.id}.yaml`, ['ask-first']),
      ...inList(stop['may-be']?.asked ?? [], 'fact', facts, `stops/${stop.id}.yaml`, ['may-be', 'asked']),
    ]),
  ]
}

/** A topic without a part would never be asked. */
const everyFactHasPart = (rulebook: Rulebook, report: Report): void => {
  const parts = rulebook.sitting?.parts ?? []
  const whole = new Set(parts.filter(({ facts }) => facts === undefined).map(({ topic }) => topic))
  const named = new Set(parts.flatMap(({ facts = [] }) => facts))
  const lost = rulebook.facts.find(({ id, topic }) => !whole.has(topic) && !named.has(id))
  if (lost) report('wrong-value', { file: 'sitting.yaml', path: ['parts'] }, { reason: `no part of the sitting asks the fact \`${lost.id}\`` })
}
