import type { Formula, Look, Place } from '../proof-checker/law.ts'
import { lawful, status } from '../proof-checker/law.ts'
import type { World } from '../proof-checker/search.ts'
import type { Said } from '../proof-checker/value.ts'
import { both, keyOf, moved, NO_OR_YES, says } from '../proof-checker/value.ts'
import type { Fact } from '../rulebook/fact.ts'
import { wholeYears } from './day.ts'
import type { Answers } from './said.ts'
import { anything, EVER } from './said.ts'

/** The world of some answers, without those that contradict each other. `asOf` is the number of the place's day. */
export const settle = (place: Place, answers: Answers, asOf: number): World => {
  for (const struck = new Set<string>(); ;) {
    const { world, clashes } = round(place, answers, struck, asOf)
    if (clashes.length === 0) return world
    for (const id of clashes) struck.add(id)
  }
}

/** What is known of a fact, and the answers behind it. */
type Entry = readonly [said: Said, from: readonly string[]]
type Bound = readonly [from: number, to: number, ...because: string[]]

const round = (outer: Place, answers: Answers, struck: ReadonlySet<string>, asOf: number): { world: World; clashes: string[] } => {
  const { facts } = outer.rulebook
  const byId = new Map<string, Fact>(facts.map((fact) => [fact.id, fact]))
  const entries = new Map<string, Entry>()
  const clashes: string[] = []
  const isAgainst = (fact: Fact): boolean => {
    const other = 'otherwise' in fact && fact.otherwise !== undefined ? says(fact, fact.otherwise) : {}
    return !struck.has(fact.id) && Object.entries(answers.get(fact.id) ?? {}).some(([key, known]) => both(known, other[key] ?? known).length === 0)
  }
  const insists = facts.filter(isAgainst)
  const place = { ...outer, insists: new Set(insists.map(({ id }) => id)) }
  const gateOf = (fact: Fact): Formula | undefined => fact['only-if'] && lawful(fact['only-if'], place)
  const of = (id: string): Entry => {
    const fact = byId.get(id)
    const entry = entries.get(id) ?? (!fact ? [{}, []] : struck.has(id) ? [anything(fact, asOf), []] : entryOf(fact))
    entries.set(id, entry)
    return entry
  }
  /** First and last of the days or numbers of a fact; an act has a day of its own. */
  const span = (id: string): Bound => {
    const [said, from] = of(id)
    const known = byId.get(id)?.kind === 'agency-act' ? said[keyOf(id, 'on')] : said[id]
    return id === 'as-of' ? [asOf, asOf] : [known?.[0]?.[0] ?? -Infinity, known?.at(-1)?.[1] ?? Infinity, ...from]
  }
  const look: Look = ({ fact, key, than }) => {
    if (!than) return of(fact)[0][key] ?? NO_OR_YES
    const [[from, to], [first, last]] = [span(fact), span(than.dayOf)]
    return NO_OR_YES.filter(([so]) => (so === 1 ? from < moved(last, than.move) : to >= moved(first, than.move)))
  }
  const behind = (formula: Formula): string[] =>
    'of' in formula ? formula.of.flatMap(behind) : [formula.test.fact, formula.test.than?.dayOf ?? ''].flatMap((id) => of(id)[1])
  const entryOf = (fact: Fact): Entry => {
    const answer = answers.get(fact.id)
    const own: Entry = [answer ?? anything(fact, asOf), answer ? [fact.id] : []]
    const gate = gateOf(fact)
    if (gate && status(gate, look) === 'not-met') {
      if (place.insists.has(fact.id)) clashes.push(fact.id, ...behind(gate))
      return [own[0], behind(gate)]
    }
    const assumed = 'assumed' in fact && !answers.has(fact.id) ? fact.assumed : undefined
    if (assumed !== undefined) return [fact.kind === 'date' ? { [fact.id]: [[asOf, asOf]] } : says(fact, assumed), []]
    return bounds(fact).reduce<Entry>(([now, reasons], [from, to, ...because]) => {
      const known = now[fact.id] ?? EVER
      const cut = both(known, [[from, to]])
      if (cut.length === 0) clashes.push(...reasons, ...because)
      return cut.length > 0 && JSON.stringify(cut) !== JSON.stringify(known) ? [{ [fact.id]: cut }, [...reasons, ...because]] : [now, reasons]
    }, own)
  }
  const floors = (id: string): string[] => {
    const fact = byId.get(id)
    return (fact && 'no-less-than' in fact ? (fact['no-less-than'] ?? []) : []).flatMap((one) => [one, ...floors(one)])
  }
  const bounds = (fact: Fact): Bound[] => {
    const derived = 'derived' in fact ? fact.derived : undefined
    const above = floors(fact.id).map((id): Bound => [span(id)[0], Infinity, ...of(id)[1]])
    if (!derived) return above
    if ('same-as' in derived) {
      const when = derived.when && lawful(derived.when, place)
      if (derived.when && (!when || status(when, look) !== 'met')) return above
      return [[...span(derived['same-as']), ...(when ? behind(when) : [])], ...above]
    }
    const [[first, last, ...why], [least, most, ...whyNot]] = derived['years-between'].map(span) as [Bound, Bound]
    const years = (from: number, to: number, none: number): number => (Number.isFinite(from - to) ? wholeYears(from, to) : none)
    return [[Math.max(0, years(last, least, 0)), years(first, most, Infinity), ...why, ...whyNot], ...above]
  }
  const bounded = facts.flatMap(({ id }) => floors(id).map((one) => [id, one] as const))
  for (const { id } of facts) of(id)
  for (const [upper, lower] of bounded) {
    const cut = both(of(lower)[0][lower] ?? EVER, [[-Infinity, span(upper)[1]]])
    if (cut.length > 0) entries.set(lower, [{ [lower]: cut }, of(lower)[1]])
  }
  const kept = insists.flatMap((fact) => gateOf(fact) ?? []).filter((gate) => status(gate, look) !== 'met')
  return { world: { place, look, bounded, kept }, clashes }
}
