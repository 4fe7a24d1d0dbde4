import { describe, expect, test } from 'vitest'
import { firstOption, rulebookOf } from '../support/rules.ts'

type Facts = Readonly<Record<string, unknown>>

const all = 'all: [{ fact: here }, { fact: work, is: farm }]'
const any = 'any: [{ fact: here }, { fact: work, is: farm }]'

describe('an outcome rests on the fewest answers that force it, then on those asked first', () => {
  test.each<[string, string, Facts, string[]]>([
    ['all of them', all, { here: true, work: 'farm' }, ['here', 'work']],
    ['one that decides', all, { here: true, work: 'shop' }, ['work']],
    ['the first of two that decide', all, { here: false, work: 'shop' }, ['here']],
    ['the first of two ways', any, { here: true, work: 'farm' }, ['here']],
    ['both, where neither way is open', any, { here: false, work: 'shop' }, ['here', 'work']],
    ['not what is beside the point', all, { here: true, work: 'farm', harms: ['burn'], age: 30 }, ['here', 'work']],
    [
      'one answer rather than two',
      'any: [{ all: [{ fact: here }, { fact: work, is: farm }] }, { fact: harms, has: [burn] }]',
      { here: true, work: 'farm', harms: ['burn'] },
      ['harms'],
    ],
    ['what keeps it hanging on others', 'all: [{ fact: here }, { fact: grave }]', { here: true }, ['here']],
    ['nothing, where it hangs on others alone', 'all: [{ fact: grave }]', {}, []],
    ['a recorded assessment', 'all: [{ fact: here }, { fact: grave }]', { here: true, grave: false }, ['grave']],
    ['nothing while it cannot be told', all, { here: true }, []],
    ['a part of an answer', 'all: [{ fact: age, under: 21 }]', { age: { under: 18 } }, ['age']],
    ['what an age was counted from', 'all: [{ fact: age, under: 21 }]', { born: '2005' }, ['born']],
    ['what makes a fact not apply', 'all: [{ not: { fact: paid } }]', { work: 'none' }, ['work']],
    ['never an answer that says nothing', 'any: [{ fact: here }, { fact: paid }]', { here: true, paid: 'declined' }, ['here']],
  ])('%s', (_, form, facts, restsOn) => {
    expect(firstOption(rulebookOf(form), facts)['rests-on']).toEqual(restsOn)
  })

  test('nothing where the option is not law', () => {
    expect(firstOption(rulebookOf(all), { here: true, work: 'farm' }, '1999-12-31')).toMatchObject({ outcome: 'not-in-force', 'rests-on': [] })
  })
})
