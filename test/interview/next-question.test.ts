import { readdirSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { assess } from '../../src/assessment/assess.ts'
import { askable, gentleFirst } from '../../src/interview/askable.ts'
import { nextQuestion } from '../../src/interview/next-question.ts'
import { placesOf } from '../../src/interview/parts.ts'
import { answer, answersOf, caseOf as toCase, isPutAside, leaveOut, skip } from '../../src/interview/session.ts'
import { counted, NOTHING_ASKED } from '../../src/interview/tally.ts'
import { factsBelow } from '../../src/rulebook/tree.ts'
import { caseAt, caseOf, rulebook, said, seeded, started, TODAY, walk } from './support.ts'

// A whole sitting takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const ARCHIVE = readdirSync('fixtures/archive')
  .filter((name) => name.endsWith('.json'))
  .map((name) => `fixtures/archive/${name}`)

const INVENTED = {
  'a restaurant worker who left': { 'labor-or-services': true, 'us-citizen-or-national': false, 'age-now': 34 },
  'nothing told yet': {},
  'a citizen': { 'us-citizen-or-national': true },
}

const starts = [
  ...ARCHIVE.map((path) => ({ name: path, from: caseAt(path) })),
  ...Object.entries(INVENTED).map(([name, facts]) => ({ name, from: caseOf({ facts }) })),
]

describe('no question is idle, none for a lawyer is put without one, none twice, and hard ones come last', () => {
  test.each([
    ...starts.map((start, index) => ({ ...start, company: 'alone' as const, seed: index + 1 })),
    ...starts
      .filter((_, index) => index === 2 || index === starts.length - 2)
      .map((start, index) => ({ ...start, company: 'lawyer' as const, seed: index + 1 })),
  ])('$name, $company', ({ from, company, seed }) => {
    let tally = NOTHING_ASKED
    const seen = new Set<string>()
    walk(started(from, company), seeded(seed), (next, session) => {
      const { fact } = next
      tally = counted(tally, next, session, rulebook)
      expect(seen.has(fact.id), `${fact.id} twice`).toBe(false)
      expect(isPutAside(session, fact.id)).toBe(false)
      seen.add(fact.id)
      if (company === 'alone') {
        expect(fact.recording, fact.id).not.toBe('lawyer-first')
        expect(fact.topic, fact.id).not.toBe('history')
        expect(fact.kind, fact.id).not.toBe('judgment')
      }
      if (fact.burden === 'distressing' && next.reason === 'can-matter') {
        const lighter = nextQuestion(leaveOut(session, 'hard'), rulebook)
        // A judgment waits for its checklist, and what hangs on a condition for its facts: without the hard ones it would not.
        const isJudgment = lighter?.fact.kind === 'judgment'
        const waits = isJudgment || (lighter?.fact['only-if'] && factsBelow(lighter.fact['only-if']).includes(fact.id))
        expect(lighter?.reason === 'can-matter' && !waits ? lighter.fact.id : undefined, `before ${fact.id}`).toBeUndefined()
      }
    })
    expect(tally.idle).toEqual([])
    expect(tally.lawyerFirst.length === 0 || company === 'lawyer').toBe(true)
  })
})

test('once every chosen option is settled, only safety is asked', () => {
  walk(started(caseOf({ facts: { 'us-citizen-or-national': true } })), seeded(7), (next, session) => {
    const open = assess(rulebook, toCase(session), { asOf: TODAY, options: session.options }).determination.options.filter(
      ({ missing, awaits }) => missing.length + awaits.length > 0,
    )
    if (open.length === 0) expect(next.reason, next.fact.id).toBe('safety')
  })
})

test('of numbers and dates the derived fact is asked, its sources only for their own sake', () => {
  const asked: string[] = []
  walk(started(), seeded(3), ({ fact }) => void asked.push(fact.id))
  expect(asked).not.toContain('birth-date')
  expect(asked).toContain('age-now')
})

test('what hangs on a fact that is not known is not asked', () => {
  const before = started(caseOf({ facts: { 'us-citizen-or-national': false } }))
  const asked: string[] = []
  walk(answer(before, 'debt-claimed', said('debt-claimed', 'unknown')), seeded(5), ({ fact }) => void asked.push(fact.id))
  expect(asked).not.toContain('work-pledged-for-debt')
})

test('a declined fact is never asked again, one left unknown in an earlier sitting is', () => {
  const asked: string[] = []
  walk(
    started(caseOf({ facts: { 'labor-or-services': 'declined', 'debt-claimed': 'unknown', 'us-citizen-or-national': false } })),
    seeded(2),
    ({ fact }) => void asked.push(fact.id),
  )
  expect(asked).not.toContain('labor-or-services')
  expect(asked).toContain('debt-claimed')
})

test('a sitting opens with danger and ends with what the person wants, never on harm', () => {
  const asked: string[] = []
  let session = started()
  for (let next = nextQuestion(session, rulebook); next; next = nextQuestion(session, rulebook)) {
    asked.push(next.fact.id)
    session = skip(session, next.fact.id)
  }
  expect(asked[0]).toBe('threats-now')
  expect(asked.slice(-2)).toEqual(['services-needed', 'lawyer-only-topics'])
  expect(answersOf(session).size).toBe(0)
})

describe('within a part the question that leaves the fewest open points comes next; the parts keep their order', () => {
  const noncitizen = started(caseOf({ facts: { 'us-citizen-or-national': false, 'age-now': 34, 'threats-now': [] } }))
  const place = (id: string): number => placesOf(rulebook).get(id)?.part ?? -1

  test('no fact of a later part comes while one of an earlier part is ready that is no harder', () => {
    walk(noncitizen, seeded(4), (next, session) => {
      if (next.reason === 'safety') return
      const ready = askable(session, rulebook).filter(({ waits, reason, assumed }) => !waits && !assumed && reason === 'can-matter')
      const lighter = ready.filter(({ fact }) => fact.burden !== 'distressing')
      const parts = (lighter.length > 0 ? lighter : ready).map(({ fact }) => place(fact.id))
      if (parts.length > 0) expect(place(next.fact.id), next.fact.id).toBeLessThanOrEqual(Math.min(...parts))
    })
  })

  test('the same answers give the same question', () => {
    const asked = (): string[] => {
      const ids: string[] = []
      walk(noncitizen, seeded(6), ({ fact }) => void ids.push(fact.id))
      return ids
    }
    expect(asked()).toEqual(asked())
  })

  test('what settles more comes before what merely stands first', () => {
    const earlier: string[] = []
    walk(noncitizen, seeded(4), (next, session) => {
      const ready = askable(session, rulebook).filter(({ waits, assumed, reason }) => !waits && !assumed && reason === 'can-matter')
      const [first] = ready.toSorted(gentleFirst(rulebook))
      if (next.reason === 'can-matter' && first && first.fact.id !== next.fact.id && place(first.fact.id) === place(next.fact.id))
        earlier.push(`${next.fact.id} before ${first.fact.id}`)
    })
    expect(earlier).toEqual(expect.arrayContaining(['movement-blocked before control-methods', 'smuggling-only before actions-for-labor']))
  })
})
