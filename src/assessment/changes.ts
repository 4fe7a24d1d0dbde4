import type { Status } from '../logic/truth.ts'
import { byId } from '../rulebook/by-id.ts'
import type { Node } from '../rulebook/criterion.ts'
import type { TopicFact } from '../rulebook/fact.ts'
import { membersOf, opennessOf } from '../rulebook/openness.ts'
import { factsOf } from '../rulebook/tree.ts'
import type { Answer } from './answer.ts'
import { readAnswer, isMisfit } from './answer.ts'
import type { Change } from './determination.ts'
import type { Outcome } from './outcome.ts'
import { isBetter } from './outcome.ts'
import type { Proof } from './proof.ts'
import type { OutcomeFor } from './reader.ts'

type Plan = ReadonlyMap<string, Change>

/** How many ways are followed at a node; more are dropped, the longest first. */
const MOST = 24

/** How much work goes into trying all sets, smallest first; after that only those read off the proof are tried. */
const WORK = 20_000
const FEWEST_TRIES = 24
const MOST_TRIES = 400

/**
 * The sets of assessments, acts and changeable facts that would better an outcome, with nothing in them that could be left out.
 * Only what has a next step is ever named, and a fact only if it was answered. Every set is tried, smallest first, as far as
 * the work for a function of `size` nodes allows; larger ones are read off the proof. Lawyer first, then the fewest.
 */
export const wouldChange = (
  root: Proof,
  outcome: Outcome,
  answers: ReadonlyMap<string, Answer>,
  read: readonly TopicFact[],
  size: number,
  outcomeFor: OutcomeFor,
): Change[][] => {
  if (outcome === 'may-qualify' || outcome === 'not-in-force') return []
  const facts = byId(read)
  const better = (plan: Plan): boolean => isBetter(outcomeFor(applied(answers, plan, facts)), outcome)
  const found = new Map<string, Plan>()
  const keep = (plan: Plan): void => {
    found.set(
      [...plan.keys()]
        .toSorted()
        .map((key) => `${key}=${JSON.stringify(plan.get(key)?.to)}`)
        .join('&'),
      plan,
    )
  }
  const tried = smallestPlans(
    read.flatMap((fact) => changesOf(fact, answers.get(fact.id))),
    Math.min(MOST_TRIES, Math.max(FEWEST_TRIES, Math.floor(WORK / (size + 1)))),
    better,
  )
  for (const plan of tried) keep(plan)
  for (const plan of [...plansFor(root, true, facts), ...unblocking(root, facts)]) {
    if (plan.size === 0 || tried.some((smaller) => isWithin(smaller, plan)) || !better(plan)) continue
    keep(shrunk(plan, better))
  }
  const order = (plan: Plan): number => plan.size * 1000 + [...plan.keys()].reduce((sum, id) => sum + cost(facts.get(id)), 0)
  return [...found.values()].toSorted((a, b) => order(a) - order(b)).map((plan) => [...plan.values()])
}

/** What could be recorded or done for a fact, other than what is said of it now. */
const changesOf = (fact: TopicFact, answer: Answer | undefined): Change[] => {
  if (fact['next-step'] === undefined) return []
  if (fact.kind === 'agency-act') return [{ fact: fact.id, to: 'done' }]
  if (opennessOf(fact) === 'unknown' && answer?.said !== 'answered') return []
  if (fact.kind === 'yes-no' || fact.kind === 'judgment') return [true, false].filter((to) => answer?.value !== to).map((to) => ({ fact: fact.id, to }))
  if (fact.kind === 'choice') return fact.members.filter((to) => answer?.value !== to).map((to) => ({ fact: fact.id, to }))
  return fact.kind === 'choices' ? fact.members.map((member) => ({ fact: fact.id, to: [member] })) : []
}

/** All smallest sets that better the outcome, by size; each larger one tried only if no smaller one is in it. */
const smallestPlans = (changes: readonly Change[], most: number, better: (plan: Plan) => boolean): Plan[] => {
  const found: Plan[] = []
  let tries = 0
  let ways: { plan: Plan; next: number }[] = [{ plan: new Map(), next: 0 }]
  while (ways.length > 0) {
    const larger: { plan: Plan; next: number }[] = []
    for (const { plan, next } of ways) {
      for (const [offset, change] of changes.slice(next).entries()) {
        if (plan.has(change.fact)) continue
        const more: Plan = new Map([...plan, [change.fact, change]])
        if (found.some((smaller) => isWithin(smaller, more))) continue
        tries += 1
        if (tries > most) return found
        if (better(more)) found.push(more)
        else larger.push({ plan: more, next: next + offset + 1 })
      }
    }
    ways = larger
  }
  return found
}

const isWithin = (smaller: Plan, larger: Plan): boolean => [...smaller].every(([fact, { to }]) => JSON.stringify(larger.get(fact)?.to) === JSON.stringify(to))

/** Public bodies last, so that a lawyer's step is named before an agency's. */
const cost = (fact: TopicFact | undefined): number => (fact?.kind === 'agency-act' ? 10 : 1)

const shrunk = (plan: Plan, better: (plan: Plan) => boolean): Plan => {
  let kept = plan
  for (const fact of plan.keys()) {
    const without = new Map(kept)
    without.delete(fact)
    if (without.size > 0 && better(without)) kept = without
  }
  return kept
}

const applied = (answers: ReadonlyMap<string, Answer>, plan: Plan, facts: ReadonlyMap<string, TopicFact>): ReadonlyMap<string, Answer> => {
  const changed = new Map(answers)
  for (const [id, { to }] of plan) {
    const fact = facts.get(id)
    const answer = fact && readAnswer(fact, to)
    if (answer && !isMisfit(answer)) changed.set(id, answer)
  }
  return changed
}

/** Ways to bring a node to `met` (or, when not wanted, to `not-met`). One empty way when it is there already. */
const plansFor = (proof: Proof, wanted: boolean, facts: ReadonlyMap<string, TopicFact>): Plan[] => {
  const { node } = proof.clause
  if (proof.status === (wanted ? 'met' : 'not-met')) return [new Map()]
  if ('not' in node || 'bar' in node) return proof.children.flatMap((child) => plansFor(child, !wanted, facts))
  if (proof.children.length === 0) return leafPlans(node, proof.status, wanted, facts)
  const conjunction = 'all' in node
  const each = proof.children.map((child) => plansFor(child, wanted, facts))
  if (proof.children.length === 1 || conjunction === wanted) return each.reduce<Plan[]>(joined, [new Map()])
  return few(each.flat())
}

/** Ways to bring a blocked node out of `not-met`, leaving the rest of it open. */
const unblocking = (proof: Proof, facts: ReadonlyMap<string, TopicFact>): Plan[] => {
  const { node } = proof.clause
  if (proof.status !== 'not-met') return [new Map()]
  if ('not' in node || 'bar' in node) return proof.children.flatMap((child) => plansFor(child, false, facts))
  if (proof.children.length === 0) return leafPlans(node, proof.status, true, facts)
  const each = proof.children.map((child) => unblocking(child, facts))
  return 'all' in node ? each.reduce<Plan[]>(joined, [new Map()]) : few(each.flat())
}

const leafPlans = (node: Node, status: Status, wanted: boolean, facts: ReadonlyMap<string, TopicFact>): Plan[] => {
  const [id] = factsOf(node)
  const fact = id === undefined ? undefined : facts.get(id)
  if (fact?.['next-step'] === undefined || status === 'unknown') return []
  return valuesFor(node, fact, wanted).map((to) => new Map([[fact.id, { fact: fact.id, to }]]))
}

/** Values of a fact for which a leaf holds, or does not. Numbers and dates are never proposed. */
const valuesFor = (node: Node, fact: TopicFact, wanted: boolean): Change['to'][] => {
  if ('await' in node) return wanted && fact.kind === 'agency-act' ? ['done'] : []
  const members = membersOf(fact)
  if (fact.kind === 'yes-no' || fact.kind === 'judgment') return [wanted]
  if (fact.kind === 'choices') {
    const inside =
      'has' in node
        ? node.has === 'any'
          ? members
          : node.has
        : 'has-other-than' in node
          ? members.filter((member) => !node['has-other-than'].includes(member))
          : []
    return wanted ? inside.map((member) => [member]) : [members.filter((member) => !inside.includes(member))]
  }
  if (fact.kind === 'number' || fact.kind === 'date') return []
  const inside = 'is' in node ? [node.is] : 'one-of' in node ? node['one-of'] : []
  return (wanted ? inside : members.filter((member) => !inside.includes(member))).filter((member) => fact.kind !== 'agency-act' || member === 'done')
}

const joined = (ways: readonly Plan[], more: readonly Plan[]): Plan[] =>
  few(
    ways.flatMap((way) =>
      more.flatMap((other): Plan[] => {
        const clash = [...other].some(([fact, { to }]) => way.has(fact) && JSON.stringify(way.get(fact)?.to) !== JSON.stringify(to))
        return clash ? [] : [new Map([...way, ...other])]
      }),
    ),
  )

const few = (ways: readonly Plan[]): Plan[] => ways.toSorted((a, b) => a.size - b.size).slice(0, MOST)
