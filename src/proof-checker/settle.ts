import type { Fact } from '../rulebook/fact.ts'
import { moved, wholeYears } from './day.ts'
import type { Look } from './evaluate.ts'
import { status } from './evaluate.ts'
import type { Formula, Place } from './law.ts'
import { lawful } from './law.ts'
import type { Known, Said } from './value.ts'
import { anything, both, read } from './value.ts'

/** What the answers leave possible, and what every completion of them keeps. */
export interface World {
  readonly place: Place
  readonly look: Look
  /** Each number with every other that it can never be below. */
  readonly bounded: readonly (readonly [upper: string, lower: string])[]
  /** Conditions that hold, because an answer was given that needs them. */
  readonly kept: readonly Formula[]
}

/** The world of some answers, without those that contradict each other; and the facts that do not exist or whose value is none. */
export const settle = (place: Place, answers: Readonly<Record<string, unknown>>, asOf: number): { world: World; misfits: string[] } => {
  const told = Object.entries(answers).filter(([, value]) => value !== null)
  const facts = new Map(place.rulebook.facts.map((fact) => [fact.id, fact]))
  const open = (value: unknown): boolean => value === 'unknown' || value === 'declined'
  const said = new Map(told.map(([id, value]) => [id, open(value) ? undefined : facts.has(id) ? read(facts.get(id) as Fact, value, asOf) : undefined]))
  const misfits = told.flatMap(([id, value]) => (facts.has(id) && (open(value) || said.get(id)) ? [] : [id]))
  for (const struck = new Set<string>(); ;) {
    const { world, clashes } = round(place, facts, said, struck, asOf)
    if (clashes.length === 0) return { world, misfits }
    for (const id of clashes) struck.add(id)
  }
}

/** What is known of a fact, and the answers behind it. */
type Entry = readonly [said: Said, from: readonly string[]]

const round = (
  outer: Place,
  facts: ReadonlyMap<string, Fact>,
  given: ReadonlyMap<string, Said | undefined>,
  struck: ReadonlySet<string>,
  asOf: number,
): { world: World; clashes: string[] } => {
  const entries = new Map<string, Entry>()
  const clashes: string[] = []
  const against = (fact: Fact): boolean => {
    const [own, other] = [given.get(fact.id), 'otherwise' in fact ? read(fact, fact.otherwise, asOf) : undefined]
    return own !== undefined && other !== undefined && !struck.has(fact.id) && Object.entries(own).some(([key, known]) => !both(known, other[key] ?? known))
  }
  const place = { ...outer, insists: new Set([...facts.values()].filter(against).map(({ id }) => id)) }
  const of = (id: string): Entry => {
    const fact = facts.get(id)
    const entry = entries.get(id) ?? (!fact ? [{}, []] : struck.has(id) ? [anything(fact, asOf), []] : entryOf(fact))
    entries.set(id, entry)
    return entry
  }
  const span = (id: string): readonly [number, number] => {
    const { from, to } = of(id)[0][id] ?? OPEN
    return [from, to]
  }
  const look: Look = ({ fact, key, than }) => {
    if (!than) return of(fact)[0][key] ?? OPEN
    const [own, base] = [span(fact), span(than.dayOf).map((day) => moved(day, than.move))]
    return own[1] < (base[0] ?? 0) ? { ...OPEN, may: ['true'] } : own[0] >= (base[1] ?? 0) ? { ...OPEN, may: ['false'] } : OPEN
  }
  const behind = (formula: Formula): string[] =>
    'test' in formula
      ? [formula.test.fact, formula.test.than?.dayOf ?? ''].flatMap((id) => of(id)[1])
      : ('of' in formula ? formula.of : [formula.not]).flatMap(behind)
  const gateOf = (fact: Fact): Formula | undefined => fact['only-if'] && lawful(fact['only-if'], place)

  const entryOf = (fact: Fact): Entry => {
    const answer = given.get(fact.id)
    const own: Entry = [answer ?? anything(fact, asOf), answer ? [fact.id] : []]
    const gate = gateOf(fact)
    if (gate && status(gate, look) === 'not-met') {
      if (place.insists.has(fact.id)) clashes.push(fact.id, ...behind(gate))
      return [own[0], behind(gate)]
    }
    if (!given.has(fact.id) && 'assumed' in fact && fact.assumed !== undefined)
      return [fact.assumed === 'as-of' ? { [fact.id]: { may: [], from: asOf, to: asOf } } : (read(fact, fact.assumed, asOf) ?? own[0]), []]
    return bounds(fact).reduce<Entry>(([now, reasons], [from, to, ...because]) => {
      const known = now[fact.id] ?? OPEN
      const cut = both(known, { ...known, from, to })
      if (!cut) clashes.push(...reasons, ...because)
      return cut && (cut.from > known.from || cut.to < known.to) ? [{ [fact.id]: cut }, [...reasons, ...because]] : [now, reasons]
    }, own)
  }
  const bounds = (fact: Fact): (readonly [from: number, to: number, ...because: string[]])[] => {
    const derived = 'derived' in fact ? fact.derived : undefined
    const above = floors(fact).map((id) => [span(id)[0], Infinity, ...of(id)[1]] as const)
    if (!derived) return above
    if ('years-between' in derived) {
      const [begin = OPEN_DAYS, end = OPEN_DAYS] = derived['years-between'].map((id) => (id === 'as-of' ? ([asOf, asOf] as const) : span(id)))
      const years = (from: number, to: number, none: number): number => (Number.isFinite(from) && Number.isFinite(to) ? wholeYears(from, to) : none)
      return [[Math.max(0, years(begin[1], end[0], 0)), years(begin[0], end[1], Infinity), ...derived['years-between'].flatMap((id) => of(id)[1])], ...above]
    }
    const when = derived.when && lawful(derived.when, place)
    if (derived.when && (!when || status(when, look) !== 'met')) return above
    return [[...span(derived['same-as']), ...of(derived['same-as'])[1], ...(when ? behind(when) : [])], ...above]
  }
  const below = (id: string): string[] => floors(facts.get(id)).flatMap((one) => [one, ...below(one)])
  const bounded = [...facts.keys()].flatMap((id) => below(id).map((one) => [id, one] as const))
  for (const id of facts.keys()) of(id)
  for (const [upper, lower] of bounded) {
    const [[from, to], [, most]] = [span(lower), span(upper)]
    if (most >= from) entries.set(lower, [{ [lower]: { may: [], from, to: Math.min(to, most) } }, of(lower)[1]])
  }
  const kept = [...facts.values()].flatMap((fact) => (place.insists.has(fact.id) ? (gateOf(fact) ?? []) : []))
  return { world: { place, look, bounded, kept: kept.filter((gate) => status(gate, look) !== 'met') }, clashes }
}

const OPEN: Known = { may: ['true', 'false'], from: -Infinity, to: Infinity }
const OPEN_DAYS = [-Infinity, Infinity] as const

const floors = (fact: Fact | undefined): readonly string[] => (fact && 'no-less-than' in fact ? (fact['no-less-than'] ?? []) : [])
