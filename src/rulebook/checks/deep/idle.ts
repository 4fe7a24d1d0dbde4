import type { Diagram } from '../../../logic/diagram.ts'
import { FALSE, TRUE } from '../../../logic/diagram.ts'
import { byId } from '../../by-id.ts'
import type { Node } from '../../criterion.ts'
import type { Clause } from '../../in-force.ts'
import { membersOf } from '../../openness.ts'
import type { Rulebook } from '../../rulebook.ts'
import { isSettled } from './always-settled.ts'
import type { Found } from './found.ts'
import type { Ground, Part } from './ground.ts'
import { groundOf } from './ground.ts'

/** A clause with the criterion whose status it serves, and the cases in which that status turns on it. */
interface Place {
  readonly clause: Clause
  readonly within: string
  readonly decides: Diagram
}

/**
 * Every leaf and alternative can change the status of the criterion in which it stands: in some case that status turns on its being
 * so, in some on its not being so. What has an id, or refers to what has one, is named by the law and shown with a status of its
 * own; it may repeat another. Nor is any of them settled in every case; what is said of a settled criterion is said of it alone.
 */
export const idle = ({ roots, rulebook, name, ...part }: Part, found: Found): void => {
  // A rule may repeat what the condition of a fact says, and hold a date against a day still to come: it reads as the law does.
  const days = { ...part, roots, name, lastDay: Infinity }
  const ground = groundOf({ ...days, rulebook })
  const open = groundOf({ ...days, rulebook: withoutConditions(rulebook) })
  const left: Place[] = roots.toReversed().map((clause) => ({ clause, within: clause.node.id ?? name, decides: open.kept }))
  for (let place = left.pop(); place; place = left.pop()) {
    const { clause } = place
    const { node } = clause
    const isNamed = node.id !== undefined || 'criterion' in node || 'definition' in node || roots.includes(clause)
    const isIdle = isSettled(clause, ground) || (!isNamed && decidesNothing(place, open))
    if (isIdle && !isNamed && !namesEveryMember(node, rulebook)) found('idle', node, { id: place.within })
    if (!isIdle && !('act' in node) && !('definition' in node)) left.push(...below(place, open).toReversed())
  }
}

const withoutConditions = (rulebook: Rulebook): Rulebook => ({ ...rulebook, facts: rulebook.facts.map((fact) => ({ ...fact, 'only-if': undefined })) })

/** Is there no case in which the status turns on its being so, or none in which it turns on its not being so? */
const decidesNothing = ({ clause, decides }: Place, { functions: { manager }, of }: Ground): boolean =>
  manager.and(of(clause.step), decides) === FALSE || manager.and(manager.not(of(clause.step)), decides) === FALSE

/** A list of the law that ends with "any other" names every member, so that a member left out by mistake would be seen. */
const namesEveryMember = (node: Node, rulebook: Rulebook): boolean => {
  if (!('one-of' in node)) return false
  const fact = byId(rulebook.facts).get(node.fact)
  return fact !== undefined && membersOf(fact).every((member) => node['one-of'].includes(member))
}

/** The clauses beneath one, each with the cases in which it decides: there its siblings leave the result to it. */
const below = ({ clause, within, decides }: Place, open: Ground): Place[] => {
  const { node, children } = clause
  const { manager } = open.functions
  const scope = node.id === undefined ? { within, decides } : { within: node.id, decides: open.kept }
  const functions = children.map(({ step }) => open.of(step))
  return children.map((child, index) => {
    const others = functions.filter((_, place) => place !== index)
    const left = leftTo(node, others, open)
    return { clause: child, within: scope.within, decides: manager.and(scope.decides, left) }
  })
}

const leftTo = (node: Node, others: readonly Diagram[], { functions: { manager } }: Ground): Diagram => {
  if ('all' in node) return others.reduce(manager.and, TRUE)
  if ('any' in node) return manager.not(others.reduce(manager.or, FALSE))
  if (!('at-least' in node) || 'fact' in node) return TRUE
  const { count } = node['at-least']
  const reached = others.reduce<Diagram[]>(
    (had, other) => had.map((own, n) => (n === 0 ? TRUE : manager.or(own, manager.and(had[n - 1] ?? FALSE, other)))),
    [TRUE, ...Array.from({ length: count }, () => FALSE)],
  )
  return manager.and(reached[count - 1] ?? FALSE, manager.not(reached[count] ?? FALSE))
}
