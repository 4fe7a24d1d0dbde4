import { describe, expect, test } from 'vitest'
import type { Node } from '../src/rulebook/criterion.ts'
import { childrenOf, nodesOf } from '../src/rulebook/tree.ts'
import { nodeWords } from '../src/wording/phrases.ts'
import { OUTCOME_WORDS, STATUS_WORDS, WHO_WORDS } from '../src/wording/statuses.ts'
import { textFace } from '../src/report/text.ts'
import { explain, explainable, pathsNamed } from '../src/wording/explain.ts'
import { checkedDay } from '../src/rulebook/span.ts'
import { archive, assessedArchive, days, plain } from './support/faces.ts'
import { realRulebook } from './support/rules.ts'

const rulebook = realRulebook()

/** Words that sound like a verdict, or like blame (design.md; practice.md, section 6). */
const BANNED =
  /\b(in)?eligib\w*|\b(dis)?qualifies\b|\bdisqualif\w*|\bden(y|ies|ied|ying|ials?)\b|\bfail\w*|\brefus\w*|\billegal\w*|\baliens?\b|\badmits?\b|\badmitted\b|\bconfess\w*|\balleg\w*|\bguilty\b|\bverdict\b|\bdeserv\w*|\buncooperative\b|\brescue\w*|\bentitled\b/gi

/** Sentences in which such a word is about something else than the person; each with the reason. */
const ALLOWED: readonly (readonly [sentence: string, reason: string])[] = [
  ['A promise that later failed for other reasons may not', 'the promise failed'],
  ['what can happen if a filing is refused', 'an agency refuses a filing'],
  ['Since 2025 a refusal can lead to a court case', 'an agency refuses a filing'],
  ['A full year means waiting, not refusal', 'an agency would refuse'],
  ['A refusal does not decide the case', 'an officer refuses a paper'],
  ['They are the listed reasons for refusing', 'an agency refuses a request'],
  ['Turning down an unreasonable request is no refusal', 'says that it is none'],
  ['too afraid to refuse', 'what was done to the person'],
]

const banned = (text: string): string[] => ALLOWED.reduce((left, [sentence]) => left.replaceAll(sentence, ''), text).match(BANNED) ?? []

describe('no output speaks like a verdict about a person', () => {
  test.each(archive.flatMap((name) => days.map((day) => [name, day] as const)))('the summary of %s under the law of %s', (name, day) => {
    expect(banned(textFace(assessedArchive(name, day), rulebook, plain(120)))).toEqual([])
  })

  const nodes = [...rulebook.definitions, ...rulebook.options.flatMap((option) => [option.criteria, ...option.parts])].flatMap((root) => [...nodesOf(root)])
  const rules: [string, string][] = nodes.flatMap((node) =>
    node.id === undefined
      ? []
      : ([
          [`${node.id}, title`, node.title ?? ''],
          [`${node.id}, text`, node.text ?? ''],
          ...(node.evidence ?? []).map((paper): [string, string] => [`${node.id ?? ''}, evidence`, paper]),
          ...(node.note ?? []).map(({ text }): [string, string] => [`${node.id ?? ''}, note`, text]),
          ...(node.reading ?? []).map(({ reading, alternative }): [string, string] => [`${node.id ?? ''}, reading`, `${reading} ${alternative}`]),
        ] as [string, string][]),
  )
  const options: [string, string][] = rulebook.options.flatMap((option) => [
    [`${option.id}, title`, option.title],
    [`${option.id}, text`, option.text],
    ...[...(option.warnings ?? []), ...(option.history ?? [])].map(({ text }): [string, string] => [`${option.id}, warning`, text]),
  ])
  const said: [string, string][] = [
    ...rulebook.lines.map(({ id, text }): [string, string] => [`line ${id}`, text]),
    ...rulebook['key-dates'].map(({ id, what }): [string, string] => [`key date ${id}`, what]),
    ...rulebook.resources.map(({ id, title, text = '' }): [string, string] => [`resource ${id}`, `${title} ${text}`]),
    ...Object.entries(rulebook.about.warnings).map(([id, text]): [string, string] => [`warning ${id}`, text]),
    ['notice', rulebook.about.notice],
    ...rulebook.facts.flatMap((fact): [string, string][] => [
      [`${fact.id}, question`, fact.question],
      [`${fact.id}, why`, fact.why],
      [`${fact.id}, help`, fact.help ?? ''],
      [`${fact.id}, next step`, fact['next-step'] ?? ''],
    ]),
    ...Object.entries({ ...OUTCOME_WORDS, ...STATUS_WORDS, ...WHO_WORDS }),
  ]

  test.each([...rules, ...options, ...said].filter(([, text]) => text !== ''))('%s: %s', (_, text) => {
    expect(banned(text)).toEqual([])
  })

  test('what is allowed is still said somewhere', () => {
    const everything = [...rules, ...options, ...said].map(([, text]) => text).join('\n')
    expect(ALLOWED.filter(([sentence]) => !everything.includes(sentence)).map(([sentence]) => sentence)).toEqual([])
  })
})

describe('every leaf of every rule has words, turned round too', () => {
  const conditions = [
    ...rulebook.facts.flatMap((fact) => [
      ...(fact['only-if'] ? [fact['only-if']] : []),
      ...('derived' in fact && fact.derived && 'when' in fact.derived && fact.derived.when ? [fact.derived.when] : []),
    ]),
    ...rulebook.lines.flatMap(({ when }) => [when?.known, when?.possible].filter((node) => node !== undefined)),
    ...rulebook.options.flatMap((option) =>
      [...(option.warnings ?? []), ...(option.history ?? [])].flatMap(({ known, possible }) => [known, possible].filter((node) => node !== undefined)),
    ),
  ]
  const roots: Node[] = [...rulebook.definitions, ...rulebook.options.flatMap((option) => [option.criteria, ...option.parts]), ...conditions]
  const leaves = [
    ...new Map(
      roots
        .flatMap((root) => [...nodesOf(root)])
        .filter((node) => childrenOf(node).length === 0)
        .map((node) => [`${nodeWords(node)} / ${nodeWords(node, true)}`, node]),
    ).values(),
  ]

  test.each(leaves.map((node) => [nodeWords(node), node] as const))('%s', (words, node) => {
    const turned = nodeWords(node, true)
    for (const text of [words, turned]) {
      expect(text).toMatch(/\S {0,1}\S/)
      expect(text).not.toMatch(/undefined|\[object|NaN|\b[a-z]+_[a-z]/)
    }
    // a step of a public body that is still to come has no opposite
    expect(turned === words).toBe('await' in node)
  })

  test('no rule turns round a step that is still to come', () => {
    expect(
      roots.flatMap((root) => [...nodesOf(root)]).filter((node) => ('not' in node && 'await' in node.not) || ('bar' in node && 'await' in node.bar)),
    ).toEqual([])
  })
})

describe('everything of the rulebook can be explained', () => {
  const comparisons = rulebook.comparisons.map(({ id }) => id)
  // a name that several criteria have is explained by its path; a comparison is laid out by the command
  const named = explainable(rulebook).filter((id) => pathsNamed(id, rulebook).length <= 1 && !comparisons.includes(id))

  test.each(named)('%s', (id) => {
    const blocks = explain(id, { rulebook, asOf: checkedDay('2026-11-21') })
    const text = (blocks ?? []).map(({ heading, lines }) => `${heading}\n${lines.map((line) => line.text).join('\n')}`).join('\n')
    expect(text).not.toMatch(/^$|undefined|\[object|NaN/)
  })
})

// ---- how hard the questions are to read (Flesch-Kincaid)

/** Terms of law that stand for themselves and cannot be made simpler. */
const TERMS = ['continued presence', 'certifying agency', 'trafficking', 'immigration', 'bona fide', 'unusually direct', 'federal', 'USCIS', 'DHS', 'HHS']

const syllables = (word: string): number => {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  return Math.max(
    1,
    letters
      .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '')
      .replace(/^y/, '')
      .match(/[aeiouy]{1,2}/g)?.length ?? 1,
  )
}

const grade = (text: string): number => {
  const plainer = TERMS.reduce((left, term) => left.replaceAll(new RegExp(`\\b${term}\\b`, 'gi'), 'term'), text)
  const words = plainer.split(/[\s-]+/).filter((word) => /[a-z0-9]/i.test(word))
  const sentences = Math.max(1, plainer.match(/[.!?]+(?=\s|$)/g)?.length ?? 1)
  return 0.39 * (words.length / sentences) + 11.8 * (words.reduce((sum, word) => sum + syllables(word), 0) / words.length) - 15.59
}

describe('questions can be read by someone in the sixth grade', () => {
  const grades = rulebook.facts.map(({ id, question }) => ({ id, question, grade: grade(question) }))
  const mean = grades.reduce((sum, one) => sum + one.grade, 0) / grades.length
  const hardest = grades.toSorted((a, b) => b.grade - a.grade)

  test('on the whole', () => {
    console.log(
      `grade level of ${String(grades.length)} questions: mean ${mean.toFixed(2)}; hardest: ${hardest
        .slice(0, 5)
        .map((one) => `${one.id} ${one.grade.toFixed(1)}`)
        .join(', ')}`,
    )
    expect(mean).toBeLessThanOrEqual(6)
  })

  test('and each of them by someone in the tenth', () => {
    expect(grades.filter((one) => one.grade > 10).map(({ question }) => question)).toEqual([])
  })

  test.each([
    ['The cat sat on the mat.', 'simple', 0],
    ['Institutional considerations necessitate comprehensive interdepartmental communication.', 'hard', 30],
  ])('the measure tells %j from the other', (text, kind, about) => {
    expect(kind === 'simple' ? grade(text) < 2 : grade(text) > about).toBe(true)
  })
})
