import type { Day } from '../logic/day.ts'
import type { Citation } from '../rulebook/citation.ts'
import type { Node } from '../rulebook/criterion.ts'
import type { WholeOption } from '../rulebook/option.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { spansOf } from '../rulebook/span.ts'
import { nodesOf } from '../rulebook/tree.ts'
import type { CitationShown } from './determination.ts'
import { citationsShown } from './shown.ts'

/**
 * The citations that begin on a day in some criteria of an option and the definitions they rest on: the act or rule that came
 * into force. Where none begins there, those in all of the option's text. Each is named once.
 */
export const lawBegun = (rulebook: Rulebook, option: WholeOption, day: Day, criteria: ReadonlySet<string>): CitationShown[] => {
  const own = [option.criteria, ...option.parts].flatMap((root) => [...nodesOf(root)])
  const chosen = own.filter(({ id }) => id !== undefined && criteria.has(id))
  const resting = (nodes: readonly Node[]): Node[] =>
    definitionsBelow(
      rulebook,
      nodes.flatMap((node) => [...nodesOf(node)]),
    )
  const inCriteria = [...chosen, ...resting(chosen)].flatMap(({ cite }) => begun(cite, day))
  const citations = inCriteria.length > 0 ? inCriteria : [...own, ...resting(own), option].flatMap(({ cite }) => begun(cite, day))
  const shown = citationsShown(citations, { rulebook, asOf: day })
  return shown.filter(({ text }, index) => shown.findIndex((other) => other.text === text) === index)
}

const begun = (cite: readonly Citation[] | undefined, day: Day): Citation[] => (cite ?? []).filter((citation) => spansOf(citation).some(({ lo }) => lo === day))

/** Every node of the definitions that some nodes refer to, directly or through other definitions. */
const definitionsBelow = ({ definitions }: Rulebook, nodes: readonly Node[]): Node[] => {
  const reached = new Map<string, readonly Node[]>()
  const left = referredIn(nodes)
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    const root = reached.has(id) ? undefined : definitions.find((one) => one.id === id)
    if (!root) continue
    const below = [...nodesOf(root)]
    reached.set(id, below)
    left.push(...referredIn(below))
  }
  return [...reached.values()].flat()
}

const referredIn = (nodes: readonly Node[]): string[] => nodes.flatMap((node) => ('definition' in node ? [node.definition] : []))
