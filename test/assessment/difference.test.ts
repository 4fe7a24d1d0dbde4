import { expect, test } from 'vitest'
import { criteriaById, criteriaDifference, differenceOf } from '../../src/assessment/difference.ts'
import type { CriterionShown } from '../../src/assessment/determination.ts'
import type { Status } from '../../src/logic/truth.ts'
import { assessed, smallRulebook } from '../support/rules.ts'

const criterion = (id: string, status: Status, moot = false, criteria: readonly CriterionShown[] = []): CriterionShown => ({
  id,
  title: id.toUpperCase(),
  status,
  moot,
  'decided-by': 'facts',
  text: '',
  because: [],
  missing: [],
  evidence: [],
  citations: [{ source: 'act', pinpoint: id, text: `Act ${id}` }],
  criteria,
})

test('criteria are found at any depth, each once, in the order of reading', () => {
  const list = [criterion('a', 'met', false, [criterion('b', 'unknown', false, [criterion('c', 'agency')])]), criterion('b', 'met')]
  expect([...criteriaById(list)].map(([id, { status }]) => `${id} ${status}`)).toEqual(['a met', 'b unknown', 'c agency'])
})

test('very deep criteria do not overflow', () => {
  let deep = criterion('0', 'met')
  for (let depth = 1; depth < 20_000; depth += 1) deep = criterion(String(depth), 'met', false, [deep])
  expect(criteriaById([deep]).size).toBe(20_000)
})

test('only criteria whose status differs are told; what came and what went has nothing on the other side', () => {
  const before = [criterion('same', 'met'), criterion('turned', 'unknown'), criterion('needless', 'judgment'), criterion('gone', 'met')]
  const after = [criterion('new', 'agency'), criterion('same', 'met'), criterion('turned', 'not-met'), criterion('needless', 'judgment', true)]
  expect(criteriaDifference(before, after).map(({ id, before: from, after: to }) => [id, from, to])).toEqual([
    ['new', null, { status: 'agency', moot: false }],
    ['turned', { status: 'unknown', moot: false }, { status: 'not-met', moot: false }],
    ['needless', { status: 'judgment', moot: false }, { status: 'judgment', moot: true }],
    ['gone', { status: 'met', moot: false }, null],
  ])
})

test('nothing differs between a determination and itself', () => {
  const { determination } = assessed(smallRulebook(), { here: true })
  expect(differenceOf(determination, determination)).toEqual({ options: [], same: ['aid'], definitions: [], warnings: { added: [], removed: [] } })
})

test('two determinations differ in outcome, criteria, missing facts, terms and warnings', () => {
  const rulebook = smallRulebook()
  const [before, after] = [assessed(rulebook, {}), assessed(rulebook, { here: true, harms: ['cut'], born: '2010', age: 30 }, '2021-02-01')]
  const { options, same, definitions, warnings } = differenceOf(before.determination, after.determination)
  expect(options.map(({ id, outcome, criteria, missing, awaits }) => ({ id, outcome, criteria: criteria.map((one) => one.id), missing, awaits }))).toEqual([
    {
      id: 'aid',
      outcome: { before: 'cannot-tell-yet', after: 'may-qualify' },
      criteria: ['present', 'harmed'],
      missing: { added: [], removed: ['here', 'harms'] },
      awaits: { added: [], removed: [] },
    },
  ])
  expect(same).toEqual([])
  expect(definitions.map(({ id, before: from, after: to }) => [id, from, to])).toEqual([['hurt', 'unknown', 'met']])
  expect(warnings).toEqual({
    added: [{ text: 'These cannot all be so: age, born.', facts: ['age', 'born'] }, { text: 'Reviewed through 2020-12-31.' }],
    removed: [],
  })
})
