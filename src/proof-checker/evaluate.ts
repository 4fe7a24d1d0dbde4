import type { Class, Formula, Test } from './law.ts'
import type { Known } from './value.ts'

export type Status = 'met' | 'not-met' | Class

/** What is known of the thing that is tested. */
export type Look = (test: Pick<Test, 'fact' | 'key' | 'than'>) => Known

export const RANK: Readonly<Record<Status, number>> = { met: -1, 'not-met': -1, agency: 0, judgment: 1, unknown: 2 }

/** The status of a formula, by the tree: settled by what is known, else open with the highest class among what is open. */
export const status = (formula: Formula, look: Look): Status => {
  if ('test' in formula) {
    const [yes, no] = halves(formula.test, look(formula.test))
    return no === undefined ? 'met' : yes === undefined ? 'not-met' : formula.test.open
  }
  if ('not' in formula) {
    const inner = status(formula.not, look)
    return inner === 'met' ? 'not-met' : inner === 'not-met' ? 'met' : inner
  }
  let [met, left, open]: [number, number, Class] = [0, formula.of.length, 'agency']
  for (const child of formula.of) {
    const found = status(child, look)
    if (found === 'met') met += 1
    else if (found === 'not-met') left -= 1
    else if (RANK[found] > RANK[open]) open = found
    if (met >= formula.need) return 'met'
    if (left < formula.need) return 'not-met'
  }
  return open
}

/** What is known, cut in two: where the test is so, and where it is not; undefined where nothing is left of one. */
export const halves = (test: Test, { may, from, to }: Known): readonly [yes: Partial<Known> | undefined, no: Partial<Known> | undefined] => {
  const { below } = test
  if (below !== undefined)
    return [from < below ? { from, to: Math.min(to, below - 1) } : undefined, to < below ? undefined : { from: Math.max(from, below), to }]
  const [yes, no] = [true, false].map((so) => may.filter((member) => test.members.includes(member) === so))
  return [yes?.length ? { may: yes } : undefined, no?.length ? { may: no } : undefined]
}

/** What is left of an open formula when what is settled is taken out. */
export const residue = (formula: Formula, look: Look): Formula => {
  if ('not' in formula) return { not: residue(formula.not, look) }
  if ('test' in formula) return formula
  const found = formula.of.map((one) => [one, status(one, look)] as const)
  const of = found.flatMap(([one, now]) => (RANK[now] < 0 ? [] : [residue(one, look)]))
  return { need: formula.need - found.filter(([, now]) => now === 'met').length, of }
}
