import { harmless } from './harmless.ts'

/** Where a problem stands: a file and, where known, a place in it; for cases also which record. */
export interface Where {
  readonly file: string
  readonly path: readonly (string | number)[]
  readonly line?: number | undefined
  readonly column?: number | undefined
  readonly record?: string | undefined
}

/** Something wrong with a file that a person wrote. Data, never thrown. */
export interface Problem {
  readonly code: ProblemCode
  readonly where: Where
  /** What is wrong, with the author's own text in backticks. */
  readonly message: string
  /** How to put it right. */
  readonly help?: string | undefined
}

type Details = Readonly<Record<string, string | undefined>>
type Words = (details: Details) => { message: string; help?: string | undefined }

const quote = (text: string | undefined): string => `\`${text ?? ''}\``
const meant = (nearest: string | undefined): string => (nearest === undefined ? '' : `; did you mean ${quote(nearest)}?`)

/** The wording of every problem, in one table. Each code has a section in `docs/problems.md`. */
const WORDS = {
  unreadable: ({ reason }) => ({ message: `cannot be read: ${reason ?? ''}` }),
  'not-utf8': ({ hint }) => ({ message: 'is not UTF-8 text', help: `save the file as UTF-8${hint ?? ''}` }),
  'too-large': ({ size, limit }) => ({ message: `holds ${size ?? ''}, more than the ${limit ?? ''} this kind of file may hold` }),
  'too-deep': () => ({ message: 'is nested too deep to be read' }),
  empty: ({ expected }) => ({ message: 'is empty', help: `expected ${expected ?? ''}` }),
  'yaml-syntax': ({ reason }) => ({ message: `is not YAML: ${reason ?? ''}` }),
  'yaml-feature': ({ feature }) => ({ message: `uses ${feature ?? ''}`, help: 'rules are written in plain YAML 1.2; write the text out in full' }),
  'json-syntax': ({ reason }) => ({ message: `is not JSON: ${reason ?? ''}` }),
  'duplicate-key': ({ key }) => ({ message: `the key ${quote(key)} stands here twice`, help: 'keep one of the two' }),
  'unexpected-file': ({ expected }) => ({ message: 'is not a file of a rulebook', help: `expected ${expected ?? ''}` }),
  'wrong-name': ({ id }) => ({ message: `the id ${quote(id)} is not the name of the file`, help: 'a file is named for the id it defines' }),
  'unknown-key': ({ key, nearest }) => ({ message: `unknown key ${quote(key)}${meant(nearest)}` }),
  'missing-key': ({ key }) => ({ message: `the key ${quote(key)} is missing` }),
  'wrong-value': ({ reason, got }) => ({ message: got === undefined ? (reason ?? '') : `${reason ?? ''}, found ${quote(got)}` }),
  'no-form': () => ({
    message: 'says nothing: it has no form',
    help: 'give it exactly one of all, any, not, bar, at-least, definition, criterion, await, act, fact',
  }),
  'several-forms': ({ keys }) => ({ message: `has more than one form: ${keys ?? ''}`, help: 'a node has exactly one form; put several under all or any' }),
  'unknown-id': ({ kind, id, nearest }) => ({ message: `unknown ${kind ?? ''} ${quote(id)}${meant(nearest)}` }),
  'duplicate-id': ({ kind, id }) => ({ message: `the ${kind ?? ''} ${quote(id)} is defined twice` }),
  'wrong-test': ({ fact, kind, test, fitting }) => ({
    message: `${quote(test)} does not fit ${quote(fact)}, which is a ${kind ?? ''}`,
    help: `use ${fitting ?? ''}`,
  }),
  circle: ({ round }) => ({ message: `leads back to itself: ${round ?? ''}` }),
  'missing-citation': ({ id }) => ({ message: `the criterion ${quote(id)} has no citation` }),
  'citation-gap': ({ id, day, what }) => ({ message: `no citation of ${quote(id)} is in force on ${day ?? ''}, though ${what ?? 'the criterion'} is` }),
  'never-cited': ({ id, at }) => ({
    message: `${quote(`${id ?? ''} ${at ?? ''}`)} is cited on no day on which what cites it is law`,
    help: 'mend `from` and `until` of the citation, or take it out',
  }),
  'source-not-in-force': ({ id, at, day }) => ({
    message: `cites ${quote(`${id ?? ''} ${at ?? ''}`)} on ${day ?? ''}, when that source is not in force`,
    help: 'end the citation where the source ends, and cite what took its place',
  }),
  'wrong-pinpoint': ({ id, at, expected }) => ({ message: `${quote(at)} is no place of ${quote(id)}`, help: `expected ${expected ?? ''}` }),
  'missing-anchor': ({ id, at }) => ({
    message: `cites ${quote(`${id ?? ''} ${at ?? ''}`)} without words that stand there`,
    help: 'give it an `anchor`: a few words of the archived document, from one line',
  }),
  'place-not-in-force': ({ id, at, day, then }) => ({
    message: `cites ${quote(`${id ?? ''} ${at ?? ''}`)} on ${day ?? ''}, when ${then ?? ''}`,
    help: 'date the citation to the days on which its words stood there, and cite where they stood before and after',
  }),
  'unaccounted-row': ({ row, label }) => ({
    message: `row ${row ?? ''}${label === undefined ? '' : ` (${label})`} of the archived documents is not accounted for`,
    help: 'say where it is `encoded`, or give the `reason` why not; `not-yet-encoded` goes with the ids that are `planned`',
  }),
  'incomplete-criterion': ({ id, key }) => ({ message: `the criterion ${quote(id)} has no ${quote(key)}` }),
  'stray-key': ({ key }) => ({
    message: `${quote(key)} stands on a node without an id, where nothing shows it`,
    help: 'give the node an id, or move the key to the criterion above',
  }),
  'span-order': ({ from, until }) => ({ message: `ends on ${until ?? ''}, which is not after its first day ${from ?? ''}` }),
  'overlapping-spans': ({ first, second }) => ({ message: `the spans ${first ?? ''} and ${second ?? ''} overlap` }),
  'gapped-spans': ({ from, until }) => ({ message: `has no value from ${from ?? ''} until ${until ?? ''}` }),
  gap: ({ id, from, until }) => ({
    message: `${quote(id)} is not law from ${from ?? ''} until ${until ?? ''}, and nothing says why`,
    help: 'mend the days, or state the gap: `history` of an option, a dated `note` of a criterion or definition',
  }),
  hollow: ({ id, day }) => ({
    message: `${id === undefined ? 'the rule' : quote(id)} is law on ${day ?? ''}, but nothing in it is`,
    help: 'give it the days of what it holds, or add what was law then',
  }),
  'never-law': ({ id }) => ({
    message: `${id === undefined ? 'this' : quote(id)} is law on no day on which what holds it is`,
    help: 'mend `from` and `until` here or above',
  }),
  'version-gap': ({ number, from, until }) => ({
    message: `begins on ${until ?? ''}, but the version before it (number ${number ?? ''} in the list) ended on ${from ?? ''}`,
    help: 'the later text begins on the day on which the earlier one ends; where nothing was law, say so in a dated `note` above',
  }),
  'version-overlap': ({ number, from, until }) => ({
    message: `begins on ${from ?? ''}, but the version before it (number ${number ?? ''} in the list) ends only on ${until ?? ''}`,
    help: 'the later text begins on the day on which the earlier one ends',
  }),
  'fact-without-wording': ({ id, key }) => ({ message: `the fact ${quote(id)} has no ${quote(key)}` }),
  'absent-reference': ({ target, day, kind }) => ({
    message: `refers to ${quote(target)}, which ${kind === 'parameter' ? 'has no value' : 'is not law'} on ${day ?? ''} though this node is`,
    help: kind === 'parameter' ? 'date the node, or give the parameter a value of that day' : 'date the reference, or put it in an any beside another child',
  }),
  'unequal-dates': ({ target, own, theirs }) => ({
    message: `refers to ${quote(target)} on ${own ?? ''}, but that is law on ${theirs ?? ''}`,
    help: 'give the reference and the criterion the same days',
  }),
  'never-met': ({ id, rule, day }) => ({
    message: `${id === undefined ? `the rule of ${quote(rule)}` : quote(id)} can never be met on ${day ?? ''}, whatever the case`,
    help: 'look for tests that exclude each other',
  }),
  'always-met': ({ id, rule, day }) => ({
    message: `${id === undefined ? `the rule of ${quote(rule)}` : quote(id)} is met in every case on ${day ?? ''}`,
    help: 'look for tests one of which is always so',
  }),
  idle: ({ id, day }) => ({
    message: `can never matter for ${quote(id)} on ${day ?? ''}: without it every case comes to the same`,
    help: 'take it out, or mend what already says as much',
  }),
  'left-to-judgment': ({ id, day, fact, decider }) => ({
    message: `${quote(id)} cannot become not met on ${day ?? ''} before ${quote(fact)} is recorded or done, though it is settled by ${quote(decider)}`,
    help: 'put the judgment behind a fact that closes it, give it a criterion of its own, or say who weighs: `decided-by`, or a `reading`',
  }),
  'unused-fact': ({ id }) => ({
    message: `the fact ${quote(id)} is read by no rule, condition or line on any day`,
    help: 'read it, or mark it `relevance: record`: kept for the file, and never asked',
  }),
  'wrong-relevance': ({ id, relevance, use }) => ({
    message: `the fact ${quote(id)} is marked ${quote(relevance)}, but ${use ?? ''}`,
    help: 'mark it `rules`, so that it is asked while it matters',
  }),
  'rule-too-large': ({ rule, day, budget }) => ({
    message: `${quote(rule)} needs more than ${budget ?? ''} diagram nodes on ${day ?? ''}, so what it depends on cannot be told`,
    help: 'split it into options, or test fewer members of one fact together',
  }),
  'unknown-fact': ({ id, nearest }) => ({ message: `unknown fact ${quote(id)}${meant(nearest)}`, help: 'list all facts with `tvpa facts`' }),
  'wrong-answer': ({ expected, got, nearest }) => ({ message: `expected ${expected ?? ''}, found ${quote(got)}${meant(nearest)}` }),
  'not-a-case': ({ got }) => ({ message: `expected a case (an object with \`facts\`), found ${got ?? ''}` }),
  'several-cases': ({ names }) => ({
    message: 'holds several cases, and only one can be looked at',
    help: `name one with --case${names === undefined || names === '' ? '; first give each a reference' : `: ${names}`}`,
  }),
  'no-cases': () => ({ message: 'holds no case', help: 'expected .json, .ndjson or .jsonl files' }),
} satisfies Record<string, Words>

export type ProblemCode = keyof typeof WORDS

/** Every code there is, in the order of the table. */
export const problemCodes = Object.keys(WORDS) as ProblemCode[]

/** Makes a problem; the words come from the table. */
export const problem = (code: ProblemCode, where: Where, details: Details = {}): Problem => ({
  code,
  where,
  ...(WORDS as Record<ProblemCode, Words>)[code](details),
})

/** One line that says where (`file:line:column`, record, path), one that says what, and one that helps. */
export const problemText = ({ where, message, help }: Problem): string => {
  const place = [where.file, where.line, where.column].filter((part) => part !== undefined).join(':')
  const record = where.record === undefined ? '' : ` ${where.record}`
  const path = where.path.length === 0 ? '' : ` at ${where.path.join('.')}`
  return harmless(`${place}${record}${path}\n${message}${help === undefined ? '' : `\n  ${help}`}`)
}
