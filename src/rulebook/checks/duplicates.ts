import { byId } from '../by-id.ts'
import type { Rulebook } from '../rulebook.ts'
import type { Check } from './check.ts'
import type { Place, Visit } from './walk.ts'
import { rootsOf, topicsOf, visits } from './walk.ts'

/** One name, one thing: no two facts, no two criteria of a rule, and no definition and option have the same id. */
export const duplicates: Check = (rulebook, report) => {
  const facts = byId(rulebook.facts)
  for (const [topic, list] of topicsOf(rulebook)) {
    const seen = new Set<string>()
    for (const [index, fact] of list.entries()) {
      const elsewhere = facts.get(fact.id)?.topic !== topic
      if (elsewhere || seen.has(fact.id)) report('duplicate-id', { file: `facts/${topic}.yaml`, path: ['facts', index, 'id'] }, { kind: 'fact', id: fact.id })
      seen.add(fact.id)
    }
  }
  const options = byId(rulebook.options)
  for (const { id } of rulebook.definitions) {
    if (options.has(id)) report('duplicate-id', { file: `definitions/${id}.yaml`, path: ['id'] }, { kind: 'id', id })
  }
  for (const { id, place } of criteriaTwice(rulebook)) report('duplicate-id', { ...place, path: [...place.path, 'id'] }, { kind: 'criterion', id })
}

/** Criteria whose id another one of the same option or definition has; a file of its own has the better right to it. */
const criteriaTwice = (rulebook: Rulebook): { id: string; place: Place }[] => {
  const seen = new Set<string>()
  return rootsOf(rulebook)
    .filter(({ isLaw }) => isLaw)
    .flatMap((root) => [...visits(root)])
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap(({ node: { id }, place, option }) => {
      if (id === undefined) return []
      const key = `${option ?? place.file}:${id}`
      const twice = seen.has(key)
      seen.add(key)
      return twice ? [{ id, place }] : []
    })
}

const rank = ({ place }: Visit): number => Math.min(place.path.length, 1)
