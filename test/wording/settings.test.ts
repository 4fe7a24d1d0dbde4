import { expect, test } from 'vitest'
import { settingWords } from '../../src/wording/settings.ts'
import { smallRulebook } from '../support/rules.ts'

test.each<[string, unknown, unknown, string]>([
  ['here', null, true, 'here: left out → yes'],
  ['here', 'unknown', false, 'here: unknown → no'],
  ['work', 'farm', { 'one-of': ['shop', 'none'] }, 'work: farm → one of shop, none'],
  ['age', 17, { 'at-least': 16, under: 18 }, 'age: 17 → at least 16, under 18'],
  ['born', '2019-05', '../2001', 'born: 2019-05 → ../2001'],
  ['harms', [], ['cut'], 'harms: another answer (not spelled out here)'],
  ['secret', true, null, 'secret: another answer (not spelled out here)'],
])('%s from %j to %j', (fact, before, after, words) => {
  expect(settingWords({ fact, before, after }, smallRulebook())).toBe(words)
})
