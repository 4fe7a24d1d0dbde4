import type { Fact } from '../rulebook/fact.ts'
import type { Span } from './day.ts'
import { wholeYears } from './day.ts'
import { status } from './evaluate.ts'
import type { World } from './evaluate.ts'
import type { FactLaw, Formula } from './law.ts'
import type { Known } from './value.ts'
import { anything, both, read } from './value.ts'

interface Entry {
  readonly known: Known
  /** The answers behind it. */
  readonly from: readonly string[]
}

/** What the answers leave possible on a day; `misfits` are facts that do not exist or whose value is none. Answers that contradict each other are taken out. */
export const settle = (facts: ReadonlyMap<string, FactLaw>, answers: Readonly<Record<string, unknown>>, asOf: number): { world: World; misfits: string[] } => {
  const told = Object.entries(answers).filter(([, value]) => value !== null)
  const given = new Map<string, Known | undefined>()
  const misfits: string[] = []
  for (const [id, value] of told) {
    const law = facts.get(id)
    const known = law && (value === 'unknown' || value === 'declined' ? undefined : read(law.fact, value, asOf))
    if (!law || (known === undefined && value !== 'unknown' && value !== 'declined')) misfits.push(id)
    given.set(id, known)
  }
  for (const struck = new Set<string>(); ;) {
    const { world, clashes } = round(facts, given, struck, asOf)
    if (clashes.length === 0) return { world, misfits }
    for (const id of clashes) struck.add(id)
  }
}

const round = (
  facts: ReadonlyMap<string, FactLaw>,
  given: ReadonlyMap<string, Known | undefined>,
  struck: ReadonlySet<string>,
  asOf: number,
): { world: World; clashes: string[] } => {
  const entries = new Map<string, Entry>()
  const clashes: string[] = []
  const of = (id: string): Entry => {
    const law = facts.get(id)
    if (!law) throw new TypeError(`unknown fact ${id}`)
    const entry = entries.get(id) ?? (struck.has(id) ? { known: anything(law.fact, asOf), from: [] } : entryOf(law))
    entries.set(id, entry)
    return entry
  }
  const known = (id: string): Known => of(id).known
  const insists = new Set([...facts].flatMap(([id, { otherwise }]) => (!struck.has(id) && otherwise && clash(given.get(id), otherwise) ? [id] : [])))
  const below = (id: string): string[] => {
    const fact = facts.get(id)?.fact
    return fact?.kind === 'number' ? (fact['no-less-than'] ?? []).flatMap((one) => [one, ...below(one)]) : []
  }
  const bounded = [...facts.keys()].flatMap((id) => below(id).map((one) => [id, one] as const))
  const world: World = { facts, known, given: known, decided: new Map(), bounded, insists }

  const entryOf = ({ fact, gate, otherwise }: FactLaw): Entry => {
    const answer = given.get(fact.id)
    const own = { known: answer ?? anything(fact, asOf), from: answer ? [fact.id] : [] }
    if (gate && otherwise && status(gate, world) === 'not-met') {
      const reasons = factsIn(gate).flatMap((id) => of(id).from)
      if (insists.has(fact.id)) clashes.push(fact.id, ...reasons)
      return { known: otherwise, from: reasons }
    }
    if (!given.has(fact.id) && 'assumed' in fact && fact.assumed !== undefined) {
      const value = fact.assumed === 'as-of' ? { ...own.known, from: asOf, to: asOf } : read(fact, fact.assumed, asOf)
      return { known: value ?? own.known, from: [] }
    }
    return bounds(fact).reduce((entry, bound) => {
      const cut = both(entry.known, { ...entry.known, ...bound.span })
      if (!cut) clashes.push(...entry.from, ...bound.from)
      const learned = cut !== undefined && (cut.from > entry.known.from || cut.to < entry.known.to)
      return learned ? { known: cut, from: [...entry.from, ...bound.from] } : entry
    }, own)
  }
  const bounds = (fact: Fact): { span: Span; from: readonly string[] }[] => {
    const derived = 'derived' in fact ? fact.derived : undefined
    const floors = fact.kind === 'number' ? (fact['no-less-than'] ?? []).map(of) : []
    const above = floors.map(({ known: { from }, from: answers }) => ({ span: { from, to: Infinity }, from: answers }))
    if (derived && 'same-as' in derived) {
      const when = derived.when && facts.get(fact.id)?.when
      if (derived.when && (!when || status(when, world) !== 'met')) return above
      const same = of(derived['same-as'])
      return [
        { span: { from: same.known.from, to: same.known.to }, from: [...same.from, ...(when ? factsIn(when).flatMap((id) => of(id).from) : [])] },
        ...above,
      ]
    }
    if (!derived) return above
    const [begin, end] = derived['years-between'].map((id) => (id === 'as-of' ? { known: { from: asOf, to: asOf }, from: [] } : of(id)))
    if (!begin || !end) return above
    return [{ span: ages(begin.known, end.known), from: [...begin.from, ...end.from] }, ...above]
  }
  for (const id of facts.keys()) of(id)
  for (const [upper, lower] of bounded) {
    const { known: low, from } = of(lower)
    if (of(upper).known.to >= low.from) entries.set(lower, { known: { ...low, to: Math.min(low.to, of(upper).known.to) }, from })
  }
  return { world, clashes }
}

const clash = (a: Known | undefined, b: Known): boolean => a !== undefined && both(a, b) === undefined

const ages = (begin: Span, end: Span): Span => ({
  from: Number.isFinite(begin.to) && Number.isFinite(end.from) ? Math.max(0, wholeYears(begin.to, end.from)) : 0,
  to: Number.isFinite(begin.from) && Number.isFinite(end.to) ? wholeYears(begin.from, end.to) : Infinity,
})

/** The facts that a formula reads. */
export const factsIn = (formula: Formula): string[] => {
  if ('test' in formula) return 'dayOf' in formula.test ? [formula.test.fact, formula.test.dayOf] : [formula.test.fact]
  if ('of' in formula) return formula.of.flatMap(factsIn)
  return 'not' in formula ? factsIn(formula.not) : []
}
