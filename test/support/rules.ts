import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { assess } from '../../src/assessment/assess.ts'
import type { Assessment } from '../../src/assessment/assess.ts'
import type { Case } from '../../src/assessment/case.ts'
import type { OptionShown } from '../../src/assessment/determination.ts'
import { readCase } from '../../src/assessment/case.ts'
import { loadPrebuilt, ruleFiles, shippedRules } from '../../src/rulebook/load.ts'
import { problemText } from '../../src/rulebook/problem.ts'
import type { Reading, RuleFile } from '../../src/rulebook/read.ts'
import { readRulebook } from '../../src/rulebook/read.ts'
import type { Rulebook } from '../../src/rulebook/rulebook.ts'
import { checkedDay } from '../../src/rulebook/span.ts'

/** A path from the checkout. */
export const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

let real: Rulebook | undefined

/** The rulebook that ships, as it was built for this run; read once. */
export const realRulebook = (): Rulebook => {
  real ??= loadPrebuilt(shippedRules().prebuilt)
  if (!real) throw new Error('the rulebook was not prebuilt: run `tvpa check` to see its problems')
  return real
}

/** The files of a small, sound rulebook with one fact of each kind, one definition, and one option. */
export const soundFiles = (): RuleFile[] => ruleFiles(fromRoot('test/support/sound'))

/** The small rulebook with some of its files replaced, taken out (undefined) or added. */
export const readWith = (changed: Readonly<Record<string, string | undefined>> = {}): Reading => {
  const kept = soundFiles().filter(({ path }) => !Object.hasOwn(changed, path))
  const added = Object.entries(changed).flatMap(([path, text]): RuleFile[] => (text === undefined ? [] : [{ path, text }]))
  return readRulebook([...kept, ...added])
}

/** The same, where it has no problem. */
export const smallRulebook = (changed: Readonly<Record<string, string | undefined>> = {}): Rulebook => {
  const { rulebook, problems } = readWith(changed)
  if (!rulebook) throw new Error(problems.map(problemText).join('\n'))
  return rulebook
}

/** A case with these facts; a problem is a mistake of the test. */
export const caseWith = (facts: Readonly<Record<string, unknown>>, rulebook: Pick<Rulebook, 'facts'>, more: Readonly<Record<string, unknown>> = {}): Case => {
  const { case: person, problems } = readCase({ ...more, facts }, rulebook, { file: 'case.json', path: [] })
  if (!person) throw new Error(problems.map(problemText).join('\n'))
  return person
}

/** What the rules say of some facts on a day. */
export const assessed = (rulebook: Rulebook, facts: Readonly<Record<string, unknown>>, asOf = '2020-06-15'): Assessment =>
  assess(rulebook, caseWith(facts, rulebook), { asOf: checkedDay(asOf) })

/** Where the law digests and the archived documents stand beside the checkout, if they do. */
export const shared = fromRoot('../shared')
export const hasShared = (folder: string): boolean => existsSync(`${shared}/${folder}`)

/** The text of a file of the checkout. */
export const textOf = (path: string): string => readFileSync(fromRoot(path), 'utf8')

/** The text of a criterion's file, with everything a criterion needs. */
export const criterionFile = (id: string, form: string, head = ''): string =>
  `id: ${id}\ntitle: ${id}\n${head}text: Text.\ndecided-by: facts\ncite: [{ source: act, at: "2" }]\ntag: V\n${form}\n`

/** The small rulebook with one option, `aid`, whose only criterion, `root`, has this form. */
export const rulebookOf = (form: string, more: Readonly<Record<string, string | undefined>> = {}): Rulebook =>
  smallRulebook({
    'options/aid/option.yaml': 'id: aid\ntitle: Aid\nfrom: 2000-01-01\ntext: Help.\ncite: [{ source: act, at: "2" }]\ntag: V\ncriteria: { criterion: root }\n',
    'options/aid/present.yaml': undefined,
    'options/aid/harmed.yaml': undefined,
    'options/aid/root.yaml': criterionFile('root', form),
    ...more,
  })

/** What the first option of a rulebook comes to. */
export const firstOption = (rulebook: Rulebook, facts: Readonly<Record<string, unknown>>, asOf = '2020-06-15'): OptionShown => {
  const [option] = assessed(rulebook, facts, asOf).determination.options
  if (!option) throw new Error('the rulebook has no option')
  return option
}
