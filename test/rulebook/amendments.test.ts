import { describe, expect, test } from 'vitest'
import { formatDay } from '../../src/logic/day.ts'
import { amendmentsOf } from '../../src/rulebook/amendments.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import { checkedDay } from '../../src/rulebook/span.ts'
import { subjectsNamed } from '../../src/rulebook/subject.ts'
import { criterionFile, rulebookOf } from '../support/rules.ts'

const changes = (rulebook: Rulebook, id = 'aid', from = '2001-01-01', to = '2020-06-15'): unknown[] => {
  const [subject] = subjectsNamed(id, rulebook)
  if (!subject) throw new Error(`no ${id}`)
  return amendmentsOf(rulebook, subject, checkedDay(from), checkedDay(to)).map(({ day, place, acts, ...rest }) => ({
    at: `${formatDay(day)} ${place.path}`,
    acts: acts.map(({ at }) => at),
    ...rest,
  }))
}

describe('what ended stands beside what began in its place on the same day, with the citation that begins then', () => {
  test('a limit that rises', () => {
    const rulebook = rulebookOf('any: [{ until: 2010-01-01, fact: age, under: 15 }, { from: 2010-01-01, fact: age, under: 18 }]', {
      'options/aid/root.yaml': criterionFile('root', 'any: [{ until: 2010-01-01, fact: age, under: 15 }, { from: 2010-01-01, fact: age, under: 18 }]').replace(
        'cite: [{ source: act, at: "2" }]',
        'cite: [{ source: act, at: "2" }, { source: act, at: "9", from: 2010-01-01 }]',
      ),
    })
    expect(changes(rulebook)).toEqual([
      {
        at: '2010-01-01 aid/root',
        acts: ['9'],
        kind: 'rule',
        ended: { until: '2010-01-01', fact: 'age', under: 15 },
        began: { from: '2010-01-01', fact: 'age', under: 18 },
      },
    ])
  })

  test('what reads the same facts is paired first; what has no partner stands alone', () => {
    const rulebook = rulebookOf(
      'any: [{ until: 2010-01-01, fact: here }, { until: 2010-01-01, fact: age, under: 15 }, { from: 2010-01-01, fact: age, under: 18 }, { from: 2012-01-01, fact: grave }]',
    )
    expect(changes(rulebook)).toEqual([
      { at: '2010-01-01 aid/root', acts: [], kind: 'rule', ended: { until: '2010-01-01', fact: 'here' }, began: undefined },
      {
        at: '2010-01-01 aid/root',
        acts: [],
        kind: 'rule',
        ended: { until: '2010-01-01', fact: 'age', under: 15 },
        began: { from: '2010-01-01', fact: 'age', under: 18 },
      },
      { at: '2012-01-01 aid/root', acts: [], kind: 'rule', ended: undefined, began: { from: '2012-01-01', fact: 'grave' } },
    ])
  })

  test('a part inside something that begins on that day, or is not law, is no change of its own', () => {
    const rulebook = rulebookOf('any: [{ fact: here }, { from: 2010-01-01, all: [{ from: 2010-01-01, fact: grave }, { from: 2005-01-01, fact: agrees }] }]')
    expect(changes(rulebook)).toHaveLength(1)
  })
})

test('a parameter, a note, a definition beneath, and citations alone are told too', () => {
  const rulebook = rulebookOf('all: [{ fact: count, under: { parameter: cap } }, { definition: hurt }]', {
    'options/aid/root.yaml': criterionFile('root', 'all: [{ fact: count, under: { parameter: cap } }, { definition: hurt }]').replace(
      'tag: V',
      'note: [{ text: Since then., from: 2011-01-01, cite: [{ source: act, at: "7" }] }]\ntag: V',
    ),
    'definitions/hurt.yaml':
      'id: hurt\ntitle: Hurt\ntext: T.\ndecided-by: facts\ncite: [{ source: act, at: "1", until: 2012-01-01 }, { source: act, at: "3", from: 2012-01-01 }]\ntag: V\nfact: harms\nhas: any\n',
  })
  expect(changes(rulebook)).toEqual([
    { at: '2010-01-01 aid/root', acts: [], kind: 'parameter', ended: 100, began: 200, unit: 'people' },
    { at: '2011-01-01 aid/root', acts: ['7'], kind: 'note', ended: undefined, began: 'Since then.' },
    { at: '2012-01-01 hurt', acts: ['3'], kind: 'citations', ended: [{ source: 'act', at: '1', until: '2012-01-01' }] },
  ])
})

test('the day on which an option becomes law is one change, and nothing beneath it is told', () => {
  expect(changes(rulebookOf('fact: here'), 'aid', '1999-01-01')).toEqual([{ at: '2000-01-01 aid', acts: [], kind: 'whole', begins: true }])
})

test('the first day is left out and the last is not', () => {
  const rulebook = rulebookOf('any: [{ fact: here }, { from: 2010-01-01, fact: grave }]')
  expect([changes(rulebook, 'aid', '2010-01-01', '2011-01-01').length, changes(rulebook, 'aid', '2009-12-31', '2010-01-01').length]).toEqual([0, 1])
})
