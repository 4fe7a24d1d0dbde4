import { describe, expect, test } from 'vitest'
import { readSettings } from '../../src/commands/settings.ts'
import { problemText } from '../../src/rulebook/problem.ts'
import { smallRulebook } from '../support/rules.ts'

const rulebook = smallRulebook()

describe('a value on the command line is read as its fact reads it', () => {
  test.each<[string, unknown]>([
    ['here=true', true],
    ['grave=false', false],
    ['here=unknown', 'unknown'],
    ['harms=declined', 'declined'],
    ['work=shop', 'shop'],
    ['work={"one-of":["shop","farm"]}', { 'one-of': ['shop', 'farm'] }],
    ['harms=burn', ['burn']],
    ['harms=burn, cut', ['burn', 'cut']],
    ['harms=[]', []],
    ['age=17', 17],
    ['age={"under":18}', { under: 18 }],
    ['born=2019', '2019'],
    ['born=2001/2004', '2001/2004'],
    ['born="2019-05"', '2019-05'],
    ['here={"value":true,"basis":"document"}', true],
  ])('%s', (text, value) => {
    const { settings, problems } = readSettings([text], [], rulebook)
    expect([settings.map(({ answer }) => answer?.value), problems]).toEqual([[value], []])
  })

  test('a fact can be left out', () => {
    expect(readSettings([], ['here'], rulebook)).toEqual({ settings: [{ fact: 'here' }], problems: [] })
  })
})

describe('what cannot be read is told at its flag', () => {
  test.each<[string, string]>([
    ['her=true', '--set her=true\nunknown fact `her`; did you mean `here`?\n  list all facts with `tvpa facts`'],
    ['here', '--set here\nexpected fact=value, found `here`'],
    ['here=yes', '--set here=yes\nexpected true, false, "unknown" or "declined", found `yes`'],
    ['here=', '--set here=\nexpected true, false, "unknown" or "declined", found ``'],
    ['harms=burn,cat', '--set harms=burn,cat at 1\nexpected a list of burn, cut, other, or { "yes": […], "no": […] }, found `cat`; did you mean `cut`?'],
    ['age={', '--set age={\nexpected a value, or JSON such as {"under":18}, found `{`'],
    ['age=NaN', '--set age=NaN\nexpected a whole number of years from 0 to 120, or { "at-least": n, "under": n }, found `NaN`'],
    ['age=-1', '--set age=-1\nexpected a whole number of years from 0 to 120, or { "at-least": n, "under": n }, found `-1`'],
    ['work=shp', '--set work=shp\nexpected one of farm, shop, none, found `shp`; did you mean `shop`?'],
    ['here={"value":null}', '--set here={"value":null}\nexpected a value, or JSON such as {"under":18}, found `{"value":null}`'],
  ])('%s', (text, told) => {
    const { settings, problems } = readSettings([text], [], rulebook)
    expect([settings, problems.map(problemText)]).toEqual([[], [told]])
  })

  test('a fact that is named twice', () => {
    const { problems } = readSettings(['here=true'], ['here', 'her'], rulebook)
    expect(problems.map(({ code, where }) => `${where.file}: ${code}`)).toEqual(['--unset here: duplicate-key', '--unset her: unknown-fact'])
  })
})
