import { outcomeOf } from '../../src/assessment/outcome.ts'
import type { Outcome } from '../../src/assessment/outcome.ts'
import type { Day, Shift } from '../../src/logic/day.ts'
import { parseDay, parseDays, shiftDay, yearsBetween } from '../../src/logic/day.ts'
import type { Interval } from '../../src/logic/interval.ts'
import { EVERYTHING, intersect, last } from '../../src/logic/interval.ts'
import type { Openness, Status } from '../../src/logic/truth.ts'
import type { Node, When } from '../../src/rulebook/criterion.ts'
import type { TopicFact } from '../../src/rulebook/fact.ts'
import { opennessOf } from '../../src/rulebook/openness.ts'
import { shiftOf } from '../../src/rulebook/in-force.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { factsBelow, nodesOf } from '../../src/rulebook/tree.ts'
import type { Facts } from './random-cases.ts'

/** What every completion of some answers says of a rule (semantics.md, sections 5 and 6). */
export interface Truth {
  /** The exact status of a node of the rule. */
  readonly status: (node: Node) => Status
  readonly outcome: Outcome
  readonly missing: readonly string[]
  /** Facts, or steps without one, that professionals and public bodies still have to settle. */
  readonly awaited: readonly string[]
  /** Is the rule still open whatever the facts turn out to be, so that only professionals and public bodies can settle it? */
  readonly openWhateverTheFacts: boolean
  readonly variables: number
  /** The facts that the rule reads, and those that bear on these: conditions, sources, bounds. */
  readonly read: readonly string[]
}

/** Something that can turn out one way or another, with the values that the answers leave it. */
interface Variable {
  readonly name: string
  readonly openness: Openness
  readonly values: readonly (string | number | boolean)[]
  /** The facts to find out to know it. */
  readonly facts: readonly string[]
}

/** One number for each completion: 1 where something holds, 0 where it does not. */
type Column = Uint8Array

const RANK: Record<Openness, number> = { agency: 0, judgment: 1, unknown: 2 }

/**
 * Looks at each completion, one by one: every value of every variable. Undefined when there are more than `most`, or none.
 * A fact that may not apply is a variable of its own, which counts only where its condition holds (decision 0033).
 */
export const everyCompletion = (rule: Node, told: Facts, vocabulary: readonly TopicFact[], asOf: Day, most = 16_384): Truth | undefined => {
  const answers = answersOf(told, vocabulary, asOf)
  const conditions = vocabulary.flatMap((fact) => (fact['only-if'] ? [[fact.id, fact['only-if']] as const] : []))
  const conditionOf = new Map(conditions)
  const read = closed(factsBelow(rule), (id) => factsBelow(conditionOf.get(id) ?? { all: [] }))
  const nodes = [rule, ...read.flatMap((id) => conditionOf.get(id) ?? [])].flatMap((root) => [...nodesOf(root)])
  const variables = variablesOf(nodes, read, answers)
  const count = variables.reduce((product, { values }) => product * values.length, 1)
  if (count > most || count === 0) return undefined

  const index = new Map(variables.map(({ name }, at) => [name, at]))
  const strides = variables.reduceRight<number[]>(
    (found, _, at) => [(found[0] ?? 1) * (at === variables.length - 1 ? 1 : (variables[at + 1]?.values.length ?? 1)), ...found],
    [],
  )
  const column = (holds: (completion: number) => boolean): Column => Uint8Array.from({ length: count }, (_, completion) => (holds(completion) ? 1 : 0))
  const valueIn = (name: string): ((completion: number) => string | number | boolean) => {
    const at = index.get(name) ?? -1
    const { values } = variables[at] ?? { values: [] }
    const stride = strides[at] ?? 1
    return (completion) => values[Math.floor(completion / stride) % values.length] ?? false
  }
  const is = (name: string, holds: (value: string | number | boolean) => boolean): Column => {
    const value = valueIn(name)
    return column((completion) => holds(value(completion)))
  }
  const known = new Map<Node, Column>()
  const of = (node: Node): Column => {
    const found = known.get(node) ?? made(node)
    known.set(node, found)
    return found
  }
  const every = (columns: readonly Column[]): Column => column((one) => columns.every((own) => own[one] === 1))
  const either = (columns: readonly Column[]): Column => column((one) => columns.some((own) => own[one] === 1))
  const inverse = (own: Column): Column => own.map((value) => 1 - value)
  /** What a fact is, or counts as where it does not apply. */
  const applied = (id: string, own: Column, otherwise: boolean): Column => {
    const condition = conditionOf.get(id)
    if (!condition) return own
    const applies = of(condition)
    return column((one) => (applies[one] === 1 ? own[one] === 1 : otherwise))
  }
  const oneOf = (id: string, members: readonly string[]): Column =>
    applied(
      id,
      is(id, (value) => members.includes(String(value))),
      members.includes(String(answers.otherwise(id))),
    )
  const made = (node: Node): Column => {
    if ('all' in node) return every(node.all.map(of))
    if ('any' in node) return either(node.any.map(of))
    if ('not' in node) return inverse(of(node.not))
    if ('bar' in node) return inverse(of(node.bar))
    if ('await' in node) return is(`await ${awaited(node.await)}`, (value) => value === true)
    if ('act' in node) {
      const states = node.again === true ? ['not-asked', 'asked', 'refused', 'withdrawn'] : ['not-asked', 'asked']
      return either([oneOf(node.act, ['done']), every([oneOf(node.act, states), is(`await ${node.act}`, (value) => value === true)])])
    }
    if (!('fact' in node)) {
      if (!('at-least' in node)) throw new TypeError('small rules refer to nothing')
      const children = node['at-least'].of.map(of)
      return column((one) => children.filter((own) => own[one] === 1).length >= node['at-least'].count)
    }
    if ('is' in node) return oneOf(node.fact, [node.is])
    if ('one-of' in node) return oneOf(node.fact, node['one-of'])
    if ('has' in node || 'has-other-than' in node) {
      const members = answers
        .members(node.fact)
        .filter((member) => ('has' in node ? node.has === 'any' || node.has.includes(member) : !node['has-other-than'].includes(member)))
      const ticked = either(members.map((member) => is(`${node.fact} ${member}`, (value) => value === true)))
      const otherwise = answers.otherwise(node.fact)
      return applied(node.fact, ticked, Array.isArray(otherwise) && members.some((member) => otherwise.includes(member)))
    }
    if ('under' in node) return is(node.fact, (value) => Number(value) < Number(node.under))
    if ('at-least' in node) return is(node.fact, (value) => Number(value) >= Number(node['at-least']))
    const date = dateTestOf(node)
    if (!date) return oneOf(node.fact, ['true'])
    const before = date.pair ? is(date.name, (value) => value === true) : is(date.name, (value) => Number(value) < date.day)
    return date.negated ? inverse(before) : before
  }

  const allowed = every([
    column(() => true),
    ...answers.ordered
      .filter(([upper, lower]) => index.has(upper) && index.has(lower))
      .map(([upper, lower]) => {
        const [high, low] = [valueIn(upper), valueIn(lower)]
        return column((one) => Number(high(one)) >= Number(low(one)))
      }),
    ...impliedPairs(nodes).map(([a, b]) => either([is(a, (value) => value === false), is(b, (value) => value === true)])),
    ...read.filter((id) => conditionOf.has(id) && !answers.couldBeOtherwise(id)).map((id) => of(conditionOf.get(id) ?? { all: [] })),
  ])
  if (!allowed.includes(1)) return undefined

  const matters = (own: Column, at: number): boolean => {
    const [stride, length] = [strides[at] ?? 1, variables[at]?.values.length ?? 1]
    if (length === 1) return false
    for (let one = 0; one < count; one += 1) {
      if (Math.floor(one / stride) % length !== 0) continue
      let seen = 0
      for (let value = 0; value < length; value += 1) {
        const other = one + value * stride
        if (allowed[other] === 1) seen |= own[other] === 1 ? 2 : 1
      }
      if (seen === 3) return true
    }
    return false
  }
  const support = (own: Column): Variable[] => variables.filter((_, at) => matters(own, at))
  const statusOf = (own: Column): Status => {
    let seen = 0
    for (let one = 0; one < count; one += 1) if (allowed[one] === 1) seen |= own[one] === 1 ? 2 : 1
    if (seen === 2) return 'met'
    if (seen === 1) return 'not-met'
    return support(own).reduce<Openness>((highest, { openness }) => (RANK[openness] > RANK[highest] ? openness : highest), 'agency')
  }
  const openWhateverTheFacts = (own: Column): boolean => {
    const seen = new Map<string, number>()
    for (let one = 0; one < count; one += 1) {
      if (allowed[one] !== 1) continue
      const facts = variables.map(({ openness, values }, at) => (openness === 'unknown' ? Math.floor(one / (strides[at] ?? 1)) % values.length : 0)).join()
      seen.set(facts, (seen.get(facts) ?? 0) | (own[one] === 1 ? 2 : 1))
    }
    return [...seen.values()].every((results) => results === 3)
  }
  const root = of(rule)
  const status = statusOf(root)
  const live = status === 'met' || status === 'not-met' ? [] : support(root)
  const factsOf = (wanted: (variable: Variable) => boolean): string[] => [...new Set(live.filter(wanted).flatMap(({ facts }) => facts))].toSorted()
  return {
    status: (node) => statusOf(of(node)),
    outcome: outcomeOf(status),
    missing: factsOf(({ openness }) => openness === 'unknown'),
    awaited: factsOf(({ openness }) => openness !== 'unknown'),
    openWhateverTheFacts: status === 'unknown' && openWhateverTheFacts(root),
    variables: variables.length,
    read: closed(read, (id) => [...bearsOn(answers.fact(id)), ...answers.ordered.flatMap(([upper, lower]) => (lower === id ? [upper] : []))]),
  }
}

/** The facts from which what is known of a fact may follow. */
const bearsOn = (fact: TopicFact): string[] => {
  if (fact.kind === 'number')
    return [
      ...(fact['no-less-than'] ?? []),
      ...(fact.derived && 'years-between' in fact.derived ? fact.derived['years-between'].filter((id) => id !== 'as-of') : []),
    ]
  return fact.kind === 'date' && fact.derived && 'same-as' in fact.derived ? [fact.derived['same-as'], ...factsBelow(fact.derived.when ?? { all: [] })] : []
}

/** Everything that hangs together with some facts. */
const closed = (start: readonly string[], next: (id: string) => readonly string[]): string[] => {
  const found = new Set<string>()
  const left = [...start]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (found.has(id)) continue
    found.add(id)
    left.push(...next(id))
  }
  return [...found]
}

const awaited = (what: string | { what: string }): string => (typeof what === 'string' ? what : what.what)

/** What the answers leave of each fact. */
interface Answers {
  readonly fact: (id: string) => TopicFact
  readonly members: (id: string) => readonly string[]
  readonly left: (id: string) => readonly (string | boolean)[]
  readonly memberLeft: (id: string, member: string) => readonly boolean[]
  readonly span: (id: string) => Interval
  readonly otherwise: (id: string) => unknown
  /** Could the fact have the value that it has where it does not apply? */
  readonly couldBeOtherwise: (id: string) => boolean
  /** Numbers of which the first is never less than the second. */
  readonly ordered: readonly (readonly [string, string])[]
  readonly isOneDay: (id: string) => boolean
}

const answersOf = (told: Facts, vocabulary: readonly TopicFact[], asOf: Day): Answers => {
  const byId = new Map(vocabulary.map((fact) => [fact.id, fact]))
  const fact = (id: string): TopicFact => {
    const found = byId.get(id)
    if (!found) throw new TypeError(`unknown fact ${id}`)
    return found
  }
  const value = (id: string): unknown => (told[id] === 'unknown' ? undefined : told[id])
  const members = (id: string): readonly string[] => {
    const one = fact(id)
    return 'members' in one ? one.members : []
  }
  const left = (id: string): readonly (string | boolean)[] => {
    const own = value(id)
    if (fact(id).kind === 'yes-no' || fact(id).kind === 'judgment') return own === undefined ? [true, false] : [own === true]
    if (typeof own === 'string') return [own]
    const { state, 'one-of': list } = (own ?? {}) as { state?: string; 'one-of'?: string[] }
    return state === undefined ? (list ?? members(id)) : [state]
  }
  const memberLeft = (id: string, member: string): readonly boolean[] => {
    const own = value(id)
    if (Array.isArray(own)) return [own.includes(member)]
    const { yes = [], no = [] } = (own ?? {}) as { yes?: string[]; no?: string[] }
    return yes.includes(member) ? [true] : no.includes(member) ? [false] : [true, false]
  }
  const numberGiven = (id: string, range: { from: number; to: number }): Interval => {
    const own = value(id)
    if (typeof own === 'number') return { lo: own, hi: own + 1 }
    const { 'at-least': lo = range.from, under: hi = range.to + 1 } = (own ?? {}) as { 'at-least'?: number; under?: number }
    return { lo, hi }
  }
  const dateGiven = (id: string, from: string): Interval => {
    const own = told[id] === undefined && id === 'filed' ? { lo: asOf, hi: asOf + 1 } : parseDays((value(id) as string | undefined) ?? '../2020-06-15')
    if (!own) throw new TypeError(`${id} is no date`)
    return { lo: Math.max(own.lo, checkedDay(from)), hi: Number.isFinite(own.hi) ? own.hi : Math.max(asOf, own.lo) + 1 }
  }
  const span = (id: string): Interval => {
    const one = fact(id)
    if (one.kind === 'agency-act') return parseDays((value(id) as { on?: string } | undefined)?.on ?? '') ?? EVERYTHING
    if (one.kind === 'date') {
      const given = dateGiven(id, one.range.from)
      return id === 'ended' && value('here') === true ? intersect(given, span('began')) : given
    }
    if (one.kind !== 'number') throw new TypeError(`${id} is no number or date`)
    const given = numberGiven(id, one.range)
    if (id !== 'age' && id !== 'age-then') return given
    const [from, to] = [span('born'), id === 'age' ? { lo: asOf, hi: asOf + 1 } : span('began')]
    return intersect(given, { lo: Math.max(0, yearsBetween(last(from), to.lo)), hi: yearsBetween(from.lo, last(to)) + 1 })
  }
  const otherwise = (id: string): unknown => {
    const one = fact(id)
    return 'otherwise' in one ? one.otherwise : undefined
  }
  return {
    fact,
    members,
    left,
    memberLeft,
    span,
    otherwise,
    couldBeOtherwise: (id) => {
      const other = otherwise(id)
      return Array.isArray(other)
        ? members(id).every((member) => memberLeft(id, member).includes(other.includes(member)))
        : left(id).includes(other as string | boolean)
    },
    ordered: vocabulary.flatMap((one) => ('no-less-than' in one ? (one['no-less-than'] ?? []) : []).map((lower) => [one.id, lower] as const)),
    isOneDay: (id) => {
      const { lo, hi } = span(id)
      return hi - lo === 1 && (fact(id).kind === 'date' || left(id).length === 1)
    },
  }
}

/** A test of a date, as "before" or its opposite: against a day, or against another date. */
type DateTest = { readonly name: string; readonly fact: string; readonly negated: boolean } & (
  { readonly pair: false; readonly day: Day } | { readonly pair: true; readonly other: string; readonly shift: Shift }
)

const dateTestOf = (node: Node): DateTest | undefined => {
  if (!('fact' in node)) return undefined
  const { before, after, ...rest } = node as { before?: When; after?: When; 'up-to'?: When; 'on-or-after'?: When }
  const limit = before ?? after ?? rest['up-to'] ?? rest['on-or-after']
  if (limit === undefined) return undefined
  const plus = after === undefined && rest['up-to'] === undefined ? 0 : 1
  const negated = after !== undefined || rest['on-or-after'] !== undefined
  if (typeof limit === 'string') {
    const day = parseDay(limit)
    if (day === undefined) throw new TypeError(`${limit} is no day`)
    return { name: node.fact, fact: node.fact, negated, pair: false, day: day + plus }
  }
  const shift = shiftOf(limit, plus)
  return { name: `${node.fact} before ${limit['day-of']} ${JSON.stringify(shift)}`, fact: node.fact, negated, pair: true, other: limit['day-of'], shift }
}

const pairsIn = (nodes: readonly Node[]): (DateTest & { pair: true })[] => {
  const tests = nodes.flatMap((node) => dateTestOf(node) ?? []).filter((test) => test.pair)
  return [...new Map(tests.map((test) => [test.name, test])).values()]
}

/** Pairs of tests of the same two dates of which the first is never so without the second. */
const impliedPairs = (nodes: readonly Node[]): [string, string][] => {
  const pairs = pairsIn(nodes)
  const days = Array.from({ length: 3000 }, (_, index) => 10_000 + index)
  return pairs.flatMap((a) =>
    pairs
      .filter((b) => a !== b && a.fact === b.fact && a.other === b.other && days.every((day) => shiftDay(day, a.shift) <= shiftDay(day, b.shift)))
      .map((b): [string, string] => [a.name, b.name]),
  )
}

const variablesOf = (nodes: readonly Node[], read: readonly string[], answers: Answers): Variable[] => {
  const tested = nodes.flatMap((node) => ('fact' in node && ('under' in node || 'at-least' in node) ? [node.fact] : []))
  const numbers = [...new Set(tested.flatMap((id) => [id, ...answers.ordered.filter((pair) => pair.includes(id)).flat()]))]
  const days = new Set(nodes.flatMap((node) => (dateTestOf(node)?.pair === false ? [dateTestOf(node)?.fact ?? ''] : [])))
  const plain = read.flatMap((id): Variable[] => {
    const fact = answers.fact(id)
    const variable = { openness: opennessOf(fact), facts: [id] }
    if (fact.kind === 'choices') return fact.members.map((member) => ({ ...variable, name: `${id} ${member}`, values: answers.memberLeft(id, member) }))
    if (fact.kind === 'number') return []
    if (fact.kind === 'date') return days.has(id) ? [{ ...variable, name: id, values: pieces(answers.span(id), limitsOn(nodes, [id])) }] : []
    const isTested = nodes.some((node) => 'act' in node || ('fact' in node && node.fact === id && !dateTestOf(node)))
    return isTested ? [{ ...variable, name: id, values: answers.left(id) }] : []
  })
  const cuts = [...limitsOn(nodes, numbers), ...numbers.flatMap((id) => [answers.span(id).lo, answers.span(id).hi])]
  const counted = numbers.map((id): Variable => ({ name: id, openness: opennessOf(answers.fact(id)), facts: [id], values: pieces(answers.span(id), cuts) }))
  const paired = pairsIn(nodes).map(({ name, fact, other, shift }): Variable => {
    const [own, limit] = [answers.span(fact), answers.span(other)]
    const values = last(own) < shiftDay(limit.lo, shift) ? [true] : own.lo >= shiftDay(last(limit), shift) ? [false] : [true, false]
    return { name, openness: opennessOf(answers.fact(fact)), facts: [fact, other].filter((id) => !answers.isOneDay(id)), values }
  })
  const steps = new Set(nodes.flatMap((node) => ('act' in node ? [node.act] : 'await' in node ? [awaited(node.await)] : [])))
  return [
    ...plain,
    ...counted,
    ...paired,
    ...[...steps].map((step): Variable => ({ name: `await ${step}`, openness: 'agency', facts: [step], values: [true, false] })),
  ]
}

const limitsOn = (nodes: readonly Node[], facts: readonly string[]): number[] =>
  nodes.flatMap((node) => {
    if (!('fact' in node) || !facts.includes(node.fact)) return []
    const date = dateTestOf(node)
    if (date) return date.pair ? [] : [date.day]
    return 'under' in node ? [Number(node.under)] : 'at-least' in node ? [Number(node['at-least'])] : []
  })

/** One value from each piece into which limits cut an interval. */
const pieces = ({ lo, hi }: Interval, limits: readonly number[]): number[] =>
  lo < hi ? [...new Set([lo, ...limits.filter((limit) => lo < limit && limit < hi)])] : []
