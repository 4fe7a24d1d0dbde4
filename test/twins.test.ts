import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadFixtures } from '../src/regression/load.ts'
import type { Node } from '../src/rulebook/criterion.ts'
import { nodesOf } from '../src/rulebook/tree.ts'
import { fromRoot, realRulebook } from './support/rules.ts'

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(fromRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(fromRoot(folder), join(entry.parentPath, entry.name)))
    .toSorted()

const rulebook = realRulebook()
const { fixtures } = loadFixtures([fromRoot('fixtures')])

/** Everything that some fixture expects of something, by the folder it stands in: `option/criterion`, a definition, an option. */
const expected = new Map<string, Set<string>>()
for (const { fixture } of fixtures) {
  const scope = /^options\/([^/]+)\//.exec(fixture.file)?.[1] ?? /^definitions\/([^/]+)\.yaml$/.exec(fixture.file)?.[1] ?? ''
  for (const example of fixture.examples) {
    for (const [key, status] of Object.entries(example.expect)) {
      for (const name of key.includes('/') ? [key] : [key, `${scope}/${key}`]) expected.set(name, (expected.get(name) ?? new Set()).add(status))
    }
  }
}

const idsBelow = (root: Node): string[] => [...nodesOf(root)].flatMap(({ id }) => (id === undefined ? [] : [id]))

describe('every definition has its twin among the fixtures', () => {
  test.each(filesIn('rules/definitions', '.yaml'))('%s', (file) => {
    expect(existsSync(fromRoot(`fixtures/definitions/${file}`))).toBe(true)
  })

  test.each(rulebook.definitions.map(({ id }) => id))('%s is expected to be something by a fixture', (id) => {
    expect([...(expected.get(id) ?? expected.get(`${id}/${id}`) ?? [])]).not.toEqual([])
  })

  test.each(rulebook.definitions.flatMap((root) => idsBelow(root).map((id) => `${root.id}/${id}`)))('%s is expected to be something by a fixture', (path) => {
    const [, id = ''] = path.split('/')
    expect([...(expected.get(path) ?? expected.get(id) ?? [])]).not.toEqual([])
  })
})

describe('every option and each of its top criteria has its twin among the fixtures', () => {
  test.each(rulebook.options.map(({ id }) => id))('the outcome of %s is expected by a fixture', (id) => {
    expect([...(expected.get(id) ?? [])]).not.toEqual([])
  })

  test.each(rulebook.options.flatMap(({ id, parts }) => parts.map((part) => [id, part.id])))(
    '%s/%s has a file of fixtures, or is named in one of its option',
    (option = '', criterion = '') => {
      expect(existsSync(fromRoot(`fixtures/options/${option}/${criterion}.yaml`)) || expected.has(`${option}/${criterion}`)).toBe(true)
    },
  )

  test.each(rulebook.options.flatMap(({ id, criteria, parts }) => [criteria, ...parts].flatMap((root) => idsBelow(root).map((inner) => `${id}/${inner}`))))(
    '%s is expected to be something by a fixture',
    (path) => {
      expect([...(expected.get(path) ?? [])]).not.toEqual([])
    },
  )
})

describe('every fixture is the twin of something, and stands where its twin does', () => {
  test.each(filesIn('fixtures/definitions', '.yaml'))('definitions/%s', (file) => {
    expect(existsSync(fromRoot(`rules/definitions/${file}`))).toBe(true)
  })

  test.each(readdirSync(fromRoot('fixtures/options')))('options/%s', (option) => {
    expect(existsSync(fromRoot(`rules/options/${option}/option.yaml`))).toBe(true)
  })

  test.each(filesIn('fixtures/archive', '.json'))('the case archive/%s is read by a fixture', (file) => {
    expect(fixtures.filter(({ fixture }) => fixture.file.startsWith('archive/') && fixture.case === file).length).toBeGreaterThan(0)
  })
})

/** Files without a test of their own, each with the reason. */
const WITHOUT: Readonly<Record<string, string>> = {
  'index.ts': 'a list of exports',
  'assessment/with-answers.ts': 'tested through the program in test/commands/verify.test.ts and test/assessment/determination.test.ts',
  'assessment/freed.ts': 'tested with every way to change in test/assessment/changes.test.ts and test/large/reasons.test.ts',
  'assessment/possible-changes.ts': 'tested with every way to change in test/assessment/changes.test.ts and test/large/reasons.test.ts',
  'assessment/simplest-case.ts': 'tested against every case in test/assessment/redline.test.ts',
  'assessment/turns.ts': 'tested in test/assessment/redline.test.ts and test/report/redline.test.ts',
  'rulebook/joint-functions.ts': 'tested against every case in test/assessment/redline.test.ts',
  'assessment/completions.ts': 'tested against every completion in test/large/small-rules.test.ts',
  'rulebook/functions.ts': 'tested against every completion in test/large/small-rules.test.ts',
  'rulebook/otherwise.ts': 'tested with what does not apply in test/assessment/settle.test.ts',
  'commands/compare.ts': 'tested through the program in test/commands/one-case.test.ts',
  'commands/context.ts': 'types only',
  'commands/day-given.ts': 'one message; tested in test/commands/evaluate.test.ts',
  'commands/witness-shown.ts': 'tested through the program in test/commands/verify.test.ts',
  'commands/prebuild.ts': 'run by the build; what it writes is tested in test/rulebook/load.test.ts',
  'commands/timeline.ts': 'tested through the program in test/commands/one-case.test.ts',
  'commands/what-if.ts': 'tested through the program in test/commands/one-case.test.ts',
  'report/differences.ts': 'tested with the pages in test/report/what-if.test.ts and test/report/timeline.test.ts',
  'report/head.ts': 'tested with the pages in test/report/what-if.test.ts',
  'commands/read-and-check.ts': 'tested through the program in test/commands/check.test.ts',
  'commands/rulebook-for.ts': 'tested through the program in test/commands/check.test.ts',
  'exchange/json-schema.ts': 'tested through the program in test/commands/schema.test.ts',
  'commands/interview.ts': 'tested through the program in test/interview/terminal.test.ts',
  'assessment/questions.ts': 'types of what is shown',
  'interview/askable.ts': 'tested with whole sittings in test/interview/next-question.test.ts',
  'interview/face.ts': 'types of what a face shows and gives back',
  'interview/gates.ts': 'tested in test/interview/gates-and-stops.test.ts',
  'interview/open-points.ts': 'tested with whole sittings in test/interview',
  'interview/parts.ts': 'tested with whole sittings in test/interview',
  'interview/plain.ts': 'tested through the program in test/interview/terminal.test.ts',
  'interview/put.ts': 'tested with whole sittings in test/interview',
  'interview/rows.ts': 'tested in test/interview/session.test.ts',
  'interview/screens.ts': 'tested through the program in test/interview/terminal.test.ts',
  'interview/sitting.ts': 'tested in test/interview/gates-and-stops.test.ts',
  'interview/stops.ts': 'tested in test/interview/gates-and-stops.test.ts',
  'interview/store.ts': 'tested through the program in test/interview/terminal.test.ts',
  'interview/tally.ts': 'tested in test/interview/next-question.test.ts',
  'interview/values.ts': 'tested with whole sittings in test/interview',
  'interview/view.ts': 'tested with whole sittings in test/interview',
  'proof-checker/law.ts': 'tested against every completion in test/proof-checker/search.test.ts, and with the determinations of the fixtures',
  'proof-checker/value.ts': 'tested with whole determinations in test/proof-checker; its days in test/second-reading/day.test.ts',
  'second-reading/said.ts': 'tested with whole determinations in test/proof-checker/verify.test.ts',
  'second-reading/settle.ts': 'tested with the determinations of the fixtures in test/proof-checker/verify.test.ts',
  'second-reading/verdicts.ts': 'tested in test/proof-checker/verify.test.ts',
  'rulebook/citation.ts': 'a schema; its mistakes are in test/rulebook/refused',
  'rulebook/comparison.ts': 'a schema',
  'rulebook/fact.ts': 'a schema; its mistakes are in test/rulebook/refused',
  'rulebook/gate.ts': 'a schema',
  'rulebook/key-date.ts': 'a schema',
  'rulebook/ledger.ts': 'a schema; its mistakes are in test/rulebook/refused',
  'rulebook/line.ts': 'a schema',
  'rulebook/option.ts': 'a schema; its mistakes are in test/rulebook/refused',
  'rulebook/parameter.ts': 'a schema; its mistakes are in test/rulebook/refused',
  'rulebook/resource.ts': 'a schema; its mistakes are in test/rulebook/refused',
  'rulebook/rulebook.ts': 'a schema; its mistakes are in test/rulebook/refused',
  'rulebook/schema-problems.ts': 'its messages are in test/rulebook/refused',
  'rulebook/sitting.ts': 'a schema',
  'rulebook/source.ts': 'a schema; its mistakes are in test/rulebook/refused',
  'rulebook/stop.ts': 'a schema',
  'rulebook/system-reason.ts': 'a table of words; tested in test/batch/streams.test.ts and test/commands/check.test.ts',
  'rulebook/vocabulary.ts': 'schemas; their mistakes are in test/rulebook/refused',
  'wording/statuses.ts': 'tables of words; read by test/wording.test.ts',
}

describe('every file of the program with logic in it has a test', () => {
  const sources = filesIn('src', '.ts').filter((file) => !file.startsWith('rulebook/checks/')) // each check has its bad files in test/rulebook/refused

  test.each(sources.filter((file) => !Object.hasOwn(WITHOUT, file)))('src/%s', (file) => {
    expect(existsSync(fromRoot(`test/${file.replace(/\.ts$/, '.test.ts')}`))).toBe(true)
  })

  test('no exception is left over', () => {
    const tested = Object.keys(WITHOUT).filter((file) => !sources.includes(file) || existsSync(fromRoot(`test/${file.replace(/\.ts$/, '.test.ts')}`)))
    expect(tested).toEqual([])
  })
})
