import { describe, expect, test, vi } from 'vitest'
import type { ChoiceScreen, QuestionScreen, Reply } from '../../src/interview/face.ts'
import { EXIT_NOW } from '../../src/interview/face.ts'
import type { Company } from '../../src/interview/session.ts'
import { answersOf, caseFile } from '../../src/interview/session.ts'
import type { Ended } from '../../src/interview/sitting.ts'
import { hold } from '../../src/interview/sitting.ts'
import { caseOf, factNamed, rulebook, scripted, started } from './support.ts'

// A whole sitting takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const question = (id: string): string => factNamed(id).question

interface Run {
  readonly ended: Ended
  readonly said: string[]
  readonly choices: string[]
  readonly questions: string[]
}

/** Holds a sitting in which these facts are answered with these rows, everything else is not known, and gates are passed unless told otherwise. */
const sit = async (
  rows: Readonly<Record<string, string>>,
  gates: Readonly<Record<string, string>> = {},
  facts: object = {},
  company: Company = 'alone',
  move?: (screen: QuestionScreen, count: number) => Reply | undefined,
): Promise<Run> => {
  let count = 0
  const answerTo = (screen: QuestionScreen): Reply => {
    count += 1
    const moved = move?.(screen, count)
    if (moved) return moved
    const id = Object.keys(rows).find((fact) => question(fact) === screen.question)
    return id === undefined ? { move: 'unknown' } : { move: 'answer', rows: [rows[id] ?? ''], more: false }
  }
  const choose = ({ title }: ChoiceScreen): string | undefined => gates[rulebook.gates.find((gate) => gate.title === title)?.id ?? title]
  const { face, said, choices, questions } = scripted(answerTo, choose)
  const ended = await hold(started(caseOf({ facts }), company), { face, rulebook, now: () => 0 })
  return { ended, said, choices, questions }
}

const SAFE = {
  'threats-now': 'none-of-these',
  'exploiter-can-reach-person': 'false',
  'children-with-exploiter': 'false',
  'court-or-check-in-soon': 'none',
  'in-custody': 'not-held',
  'how-exploitation-ended': 'let-go-by-exploiter',
  'age-now': '22-',
}

describe('gates', () => {
  test('come before the first question and after the last, and leave no trace in the case', async () => {
    const { ended, choices } = await sit(SAFE)
    const titles = rulebook.gates.filter(({ at, company }) => at === 'start' && !company?.includes('lawyer')).map(({ title }) => title)
    expect(choices.slice(0, titles.length)).toEqual(titles)
    expect(choices.at(-1)).toBe('Before you part')
    expect(ended.how).toBe('finished')
    expect(ended.summary).toBe(true)
    const known = rulebook.facts.map(({ id }) => id)
    expect(Object.keys(caseFile(ended.session)['facts'] as object).every((id) => known.includes(id))).toBe(true)
  })
  test('are all those of the practice rules', () => {
    expect(rulebook.gates.map(({ id }) => id)).toEqual([
      'g-set-up',
      'g-room',
      'g-language',
      'g-body',
      'g-lawyer',
      'g-lawyer-here',
      'g-limits',
      'g-consent',
      'g-story',
      'g-before-hard',
      'g-breath',
      'g-close',
    ])
  })
  test.each([
    ['g-room', 'others', 'Not alone'],
    ['g-body', 'self-harm', 'Thoughts of self-harm'],
    ['g-body', 'unwell', 'Care first'],
    ['g-lawyer', 'not-asked', 'Ask the lawyer first'],
    ['g-consent', 'no', 'The person wants to stop'],
  ])('%s answered with %s shows the card "%s" and no question', async (gate, chosen, card) => {
    const { ended, choices, questions } = await sit({}, { [gate]: chosen })
    expect(choices).toContain(card)
    expect(questions).toEqual([])
    expect(ended.summary).toBe(false)
  })
  test('a no to saving, or a wish to delete, means that nothing is saved', async () => {
    expect((await sit(SAFE, { 'g-consent': 'talk' })).ended.saving).toBe(false)
    const deleted = (await sit(SAFE, { 'g-close': 'delete' })).ended
    expect([deleted.saving, deleted.summary]).toEqual([false, false])
  })
  test('hard questions are announced, and can be left out', async () => {
    const { choices, questions } = await sit(SAFE)
    const announced = choices.filter((title) => title === 'Hard questions come next')
    expect(announced).toHaveLength(2)
    const without = await sit(SAFE, { 'g-before-hard': 'leave-out' })
    const hard = rulebook.facts.filter(({ burden }) => burden === 'distressing').map((fact) => fact.question)
    expect(questions.some((asked) => hard.includes(asked))).toBe(true)
    expect(without.questions.filter((asked) => hard.includes(asked))).toEqual([])
  })
  test('a breath comes after ten questions', async () => {
    const { choices, questions } = await sit(SAFE)
    expect(choices.filter((title) => title === 'A breath').length).toBeGreaterThanOrEqual(Math.floor(questions.length / 11))
  })
  test('a lawyer in the room is asked about, and then the warning before papers is said', async () => {
    const { said, questions } = await sit(SAFE, { 'g-room': 'lawyer', 'g-before-hard': 'leave-out' }, {}, 'alone', (screen) =>
      screen.question === question('entry-and-paper-issues') ? { move: 'exit' } : undefined,
    )
    expect(questions).toContain(question('entry-and-paper-issues'))
    expect(said.some((text) => text.includes('stop here unless a lawyer is with you'))).toBe(true)
  })
})

describe('stops', () => {
  test('a child: the questions stop at age and place, the card is shown, and the sitting closes', async () => {
    const { questions, choices } = await sit({ ...SAFE, 'age-now': '16-18' })
    expect(questions.slice(-3)).toEqual([question('age-now'), question('safe-adult-for-child'), question('present-location')])
    expect(choices.slice(-3)).toEqual(['The person is or may be under 18', 'Before you part', 'The summary'])
  })
  test('one who may be a child is treated as a child', async () => {
    const { choices } = await sit({ ...SAFE, 'age-now': '' }, {}, {}, 'alone', (screen) =>
      screen.question === question('age-now') ? { move: 'skip' } : undefined,
    )
    expect(choices).toContain('The person is or may be under 18')
  })
  test('a case that already tells of a child stops before any story', async () => {
    const { questions } = await sit(SAFE, {}, { 'age-now': 15 })
    expect(questions).toEqual([question('safe-adult-for-child'), question('present-location')])
  })
  test("a sitting led by the child's own lawyer goes on", async () => {
    const { questions, choices } = await sit({ ...SAFE, 'age-now': '16-18' }, { 'g-lawyer-here': 'childs-lawyer' }, {}, 'lawyer', (screen) =>
      screen.question === question('labor-or-services') ? { move: 'exit' } : undefined,
    )
    expect(choices).not.toContain('The person is or may be under 18')
    expect(questions).toContain(question('labor-or-services'))
  })
  test.each([
    ['threats-now', 'the-person', 'Someone is in danger', false],
    ['children-with-exploiter', 'true', 'Others may be at risk', true],
    ['court-or-check-in-soon', 'within-seven-days', 'Held, or a date within seven days', true],
  ])('%s answered with %s shows "%s"', async (fact, row, card, summary) => {
    const { ended, choices, questions } = await sit({ ...SAFE, [fact]: row })
    expect(choices).toContain(card)
    expect(questions).not.toContain(question('labor-or-services'))
    expect(ended.summary).toBe(summary)
  })
  test('after a slip the last answer can be taken back, and the sitting goes on', async () => {
    let cards = 0
    const { face, questions } = scripted(
      (screen) => {
        if (screen.question === question('threats-now')) return { move: 'answer', rows: [cards === 0 ? 'the-person' : 'none-of-these'], more: false }
        return screen.question === question('age-now') ? { move: 'answer', rows: ['22-'], more: false } : { move: 'unknown' }
      },
      ({ title }) => (title === 'Someone is in danger' ? ((cards += 1), 'back') : undefined),
    )
    const ended = await hold(started(), { face, rulebook, now: () => 0 })
    expect(ended.how).toBe('finished')
    expect(questions).toContain(question('labor-or-services'))
  })
  test('anyone in the room can call one at any question', async () => {
    const run = await sit(SAFE, { 'A pause': 's-own-acts' }, {}, 'alone', (_, count) => (count === 3 ? { move: 'pause' } : undefined))
    expect(run.choices).toContain('Best told to a lawyer first')
    expect(run.questions).toHaveLength(3)
  })
})

describe('leaving', () => {
  test('x ends at once at any question and at any gate, and nothing may be shown or saved', async () => {
    for (const at of [1, 4, 9]) {
      const { ended, questions } = await sit(SAFE, {}, {}, 'alone', (_, count) => (count === at ? { move: 'exit' } : undefined))
      expect([ended.how, ended.summary, ended.save, questions.length]).toEqual(['exit', false, false, at])
    }
    expect((await sit(SAFE, { 'g-language': EXIT_NOW })).ended.how).toBe('exit')
  })
  test('back, review and change keep the rest', async () => {
    const { ended } = await sit({ ...SAFE, 'exploiter-can-reach-person': 'true' }, { 'What was told so far': '' }, {}, 'alone', (screen, count) =>
      count === 3
        ? { move: 'back' }
        : count === 4
          ? { move: 'answer', rows: ['false'], more: false }
          : screen.question === question('who-did-it') && count < 7
            ? { move: 'review' }
            : undefined,
    )
    expect(answersOf(ended.session).get('exploiter-can-reach-person')?.value).toBe(false)
    expect(answersOf(ended.session).get('threats-now')?.value).toEqual([])
  })
})

test('answers that do not fit together are named once, gently, and can be looked at again', async () => {
  const { choices, ended } = await sit(
    { ...SAFE, 'age-at-victimization': '18-' },
    {},
    { 'birth-date': '2000-01-01', 'exploitation-began-date': '2015-01-01', 'us-citizen-or-national': false },
  )
  const named = choices.filter((title) => title.startsWith('Two notes do not fit'))
  expect(named.length).toBeLessThanOrEqual(1)
  expect(ended.how).toBe('finished')
})
