import { expect, test } from 'vitest'
import { toLookAt } from '../../src/rulebook/unverified.ts'
import { smallRulebook } from '../support/rules.ts'

const harmed = (more: string): string =>
  `id: harmed\ntitle: Harmed\ntext: The person was hurt.\ndecided-by: facts\n${more}cite: [{ source: act, at: "2(b)" }]\ntag: V\ndefinition: hurt\n`

test('without an unverified point, every rule still waits for a review', () => {
  const days = [{ from: '2000-01-01' }]
  const rule = { days, options: ['aid'], touches: 'outcome' }
  expect(toLookAt(smallRulebook())).toEqual({
    unverified: [],
    unreviewed: [
      { ...rule, at: 'aid', what: 'option', text: 'Aid' },
      { ...rule, at: 'hurt', what: 'definition', text: 'Hurt' },
      { ...rule, at: 'aid/harmed', what: 'criterion', text: 'Harmed' },
      { ...rule, at: 'aid/present', what: 'criterion', text: 'Present' },
    ],
  })
})

test('what was reviewed is not listed', () => {
  const { unreviewed } = toLookAt(smallRulebook({ 'options/aid/harmed.yaml': harmed('reviewed: { role: attorney, date: 2020-03-01 }\n') }))
  expect(unreviewed.map(({ at }) => at)).toEqual(['aid', 'hurt', 'aid/present'])
})

test('a rule or reading can touch outcomes, through definitions too; notes and citations touch words; each on its days', () => {
  const { unverified } = toLookAt(
    smallRulebook({
      'definitions/hurt.yaml':
        'id: hurt\ntitle: Hurt\nuntil: 2010-01-01\ntext: There is a harm.\ndecided-by: facts\ncite: [{ source: act, at: "1" }]\ntag: UNVERIFIED\nfact: harms\nhas: any\n',
      'options/aid/harmed.yaml': harmed(
        'note: [{ text: Told so., from: 2005-01-01, until: 2006-01-01, tag: UNVERIFIED }]\nreading: { reading: So., alternative: Not so., authority: None., tag: UNVERIFIED }\n',
      ),
      'lines/hello.yaml': 'id: hello\norder: 1\nplace: say\ntext: Hello.\ncite: [{ source: act, at: "9", from: 2003-01-01, tag: UNVERIFIED }]\ntag: V\n',
    }),
  )
  const days = [{ from: '2000-01-01' }]
  expect(unverified).toEqual([
    { at: 'hurt', what: 'definition', text: 'Hurt', days: [{ from: '2000-01-01', until: '2010-01-01' }], options: ['aid'], touches: 'outcome' },
    { at: 'aid/harmed', what: 'reading', text: 'So.', days, options: ['aid'], touches: 'outcome' },
    { at: 'aid/harmed', what: 'note', text: 'Told so.', days: [{ from: '2005-01-01', until: '2006-01-01' }], options: ['aid'], touches: 'words' },
    { at: 'hello', what: 'citation', text: 'act 9', days: [{ from: '2003-01-01' }], options: [], touches: 'words' },
  ])
})

test('a rule that is referred to on several spans that meet is listed once with all its days', () => {
  const { unreviewed } = toLookAt(
    smallRulebook({
      'options/aid/option.yaml':
        'id: aid\ntitle: Aid\nfrom: 2000-01-01\ntext: Help.\ncite: [{ source: act, at: "2" }]\ntag: V\ncriteria:\n  all:\n    - { criterion: present, until: 2005-01-01 }\n    - { criterion: present, from: 2005-01-01 }\n    - { criterion: harmed, until: 2003-01-01 }\n    - { criterion: harmed, from: 2004-01-01 }\n',
    }),
  )
  expect(unreviewed.filter(({ at }) => at.startsWith('aid/')).map(({ at, days }) => [at, days])).toEqual([
    ['aid/harmed', [{ from: '2000-01-01', until: '2003-01-01' }, { from: '2004-01-01' }]],
    ['aid/present', [{ from: '2000-01-01' }]],
  ])
})
