import type { Fact } from '../../fact.ts'
import { factSources } from '../../fact-sources.ts'
import { byId } from '../../by-id.ts'
import type { Rulebook } from '../../rulebook.ts'
import { factsOf } from '../../tree.ts'
import type { Check } from '../check.ts'
import { rootsOf, topicsOf, visits } from '../walk.ts'

/** Every fact is read somewhere on some day, or is kept for the record alone; and what a rule reads can be asked. */
export const factUse: Check = (rulebook, report) => {
  const law = new Set(readBy(rulebook, true))
  const read = withSources(rulebook, [...readBy(rulebook, false), ...rulebook['key-dates'].map(({ day }) => day['day-of'])])
  const offered = new Set((rulebook.sitting?.outside ?? []).map(({ fact }) => fact))
  for (const [topic, facts] of topicsOf(rulebook)) {
    for (const [index, { id, relevance }] of facts.entries()) {
      const place = { file: `facts/${topic}.yaml`, path: ['facts', index, 'relevance'] }
      if (relevance === 'rules' && !read.has(id)) report('unused-fact', place, { id })
      if (relevance === 'record' && read.has(id)) report('wrong-relevance', place, { id, relevance, use: 'something reads it' })
      if (relevance === 'outside' && law.has(id) && rulebook.sitting && !offered.has(id))
        report('wrong-relevance', place, { id, relevance, use: 'a rule reads it, and no sitting asks it' })
    }
  }
}

/** The facts that nodes read on days on which they are law, or looked at. */
const readBy = (rulebook: Rulebook, onlyLaw: boolean): string[] =>
  rootsOf(rulebook)
    .filter(({ isLaw, place }) => (onlyLaw ? isLaw : !place.file.startsWith('facts/')))
    .flatMap((root) => [...visits(root)].flatMap(({ node, days }) => (days.length === 0 ? [] : factsOf(node))))

/** These facts, those from which their values follow, and what is weighed in judgments among them. */
const withSources = (rulebook: Rulebook, ids: readonly string[]): ReadonlySet<string> => {
  const facts = byId(rulebook.facts)
  const found = new Set<string>()
  const left = [...ids]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    const fact = facts.get(id)
    if (!fact || found.has(id)) continue
    found.add(id)
    left.push(...factSources(fact), ...weighedIn(fact))
  }
  return found
}

const weighedIn = (fact: Fact): string[] => (fact.kind === 'judgment' ? [...(fact.factors ?? []), ...(fact['factors-from'] ?? [])] : [])
