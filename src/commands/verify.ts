import { readCase } from '../assessment/case.ts'
import { writtenAnswers } from '../assessment/with-answers.ts'
import { readJson } from '../batch/json-text.ts'
import { recordsOf } from '../batch/records.ts'
import { readInputs } from '../batch/streams.ts'
import type { Verdict } from '../proof-checker/verify.ts'
import { paragraph } from '../report/layout.ts'
import { harmless, harmlessJson } from '../rulebook/harmless.ts'
import type { Problem, Where } from '../rulebook/problem.ts'
import { problem } from '../rulebook/problem.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Context } from './context.ts'
import type { Output } from './output.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import { rulebookFor, tellProblems } from './rulebook-for.ts'
import { verdictsOn } from '../second-reading/verdicts.ts'
import { witnessShown } from './witness-shown.ts'

/** The flags of `tvpa verify`. */
export interface VerifyFlags {
  readonly case?: string
  readonly format: 'text' | 'json'
  readonly budget?: string
}

/** `tvpa verify`: determinations in, and for each claim in them whether a second, independent evaluation says the same. */
export const verify = async (paths: readonly string[], flags: VerifyFlags, context: Context): Promise<ExitCode> => {
  const { output } = context
  const budget = flags.budget === undefined ? undefined : Number(flags.budget)
  if (budget !== undefined && !(Number.isInteger(budget) && budget > 0)) {
    output.err(harmless(`--budget: expected a whole number above 0, found \`${flags.budget ?? ''}\`\n`))
    return EXIT.usage
  }
  const rulebook = await rulebookFor(context)
  if (!rulebook) return EXIT.usage
  const answers = flags.case === undefined ? undefined : await answersIn(flags.case, rulebook, context)
  if (flags.case !== undefined && !answers) return EXIT.usage
  let looked = 0
  let unusable = 0
  let all = true
  for await (const read of determinationsIn(paths, rulebook, answers)) {
    if ('problems' in read) {
      tellProblems(read.problems, context)
      unusable += 1
      continue
    }
    looked += 1
    const verdicts = verdictsOn(rulebook, read.data, read.answers, budget)
    all &&= verdicts.every(({ verdict }) => verdict === 'accepted')
    output.out(
      flags.format === 'json' ? `${harmlessJson(JSON.stringify(summed(read.data, verdicts, rulebook)))}\n` : textOf(read.data, verdicts, rulebook, context),
    )
  }
  if (looked === 0) return EXIT.usage
  if (!all) return EXIT.found
  return unusable > 0 ? EXIT.rejected : EXIT.done
}

type Answers = Readonly<Record<string, unknown>>
type Read = { readonly data: Answers; readonly answers: Answers } | { readonly problems: readonly Problem[] }

/** Each determination of the inputs with its answers: its own, or those of the case file. */
async function* determinationsIn(paths: readonly string[], rulebook: Rulebook, given: Answers | undefined): AsyncGenerator<Read> {
  for (const piece of readInputs(paths.length === 0 ? ['-'] : paths)) {
    if ('problem' in piece) {
      yield { problems: [piece.problem] }
      continue
    }
    const { data, problem: damage } = await readJson(piece.text, piece.where)
    const list: unknown[] = Array.isArray(data) ? data : [data]
    if (damage) yield { problems: [damage] }
    else if (list.length === 0) yield { problems: [problem('empty', piece.where, { expected: 'at least one determination in the list' })] }
    else
      for (const [index, one] of list.entries())
        yield determinationOf(one, Array.isArray(data) ? { ...piece.where, record: `record ${String(index + 1)}` } : piece.where, rulebook, given)
  }
}

const determinationOf = (data: unknown, where: Where, rulebook: Rulebook, given: Answers | undefined): Read => {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, 'options'))
    return { problems: [problem('wrong-value', where, { reason: 'expected a determination, as `tvpa evaluate --format json` writes it' })] }
  const determination = data as Answers
  const own = Object.hasOwn(determination, 'facts')
  if (own === (given !== undefined)) {
    const help = own ? 'it carries its own answers; leave out --case' : 'it carries no answers; name its case file with --case'
    return { problems: [{ ...problem('missing-key', where, { key: 'facts' }), ...(own ? { message: 'the answers are given twice' } : {}), help }] }
  }
  if (given) return { data: determination, answers: given }
  const { rulebook: made } = determination
  const same = typeof made === 'object' && made !== null && (made as Answers)['digest'] === rulebook.digest
  const { problems } = same ? readCase({ facts: determination['facts'] }, rulebook, where) : { problems: [] }
  return problems.length > 0 ? { problems } : { data: determination, answers: determination['facts'] as Answers }
}

const answersIn = async (path: string, rulebook: Rulebook, context: Context): Promise<Answers | undefined> => {
  const found: Answers[] = []
  for (const piece of readInputs([path])) {
    if ('problem' in piece) tellProblems([piece.problem], context)
    else
      for await (const record of recordsOf(piece, rulebook)) {
        if (record.case) found.push(writtenAnswers(record.case))
        else tellProblems(record.problems, context)
      }
  }
  if (found.length > 1) context.output.err('--case: expected a file with one case\n')
  return found.length === 1 ? found[0] : undefined
}

const named = (determination: Answers): string => {
  const [reference, day] = [determination['case'], determination['as-of']].map((value) => (typeof value === 'string' && value !== '' ? value : undefined))
  return `${reference === undefined ? 'a case without a reference' : `case ${reference}`}, law of ${day ?? 'no day'}`
}

const counted = (verdicts: readonly Verdict[]): Record<Verdict['verdict'], number> => {
  const count = (wanted: Verdict['verdict']): number => verdicts.filter(({ verdict }) => verdict === wanted).length
  return { accepted: count('accepted'), refused: count('refused'), 'not-verified': count('not-verified') }
}

const textOf = (determination: Answers, verdicts: readonly Verdict[], rulebook: Rulebook, { output }: Context): string => {
  const { accepted, refused, 'not-verified': open } = counted(verdicts)
  const options = new Set(rulebook.options.map(({ id }) => id))
  const lines = verdicts.flatMap((one) => {
    const { claim, said, should = '', verdict } = one
    if (verdict === 'not-verified') return [`  not verified  ${claim}: says ${said}; it would take more cases than the budget allows`]
    if (verdict === 'refused') return [`  refused       ${claim}: says ${said}, should be ${should}`, ...witnessLines(one, rulebook, output)]
    return options.has(claim) && one.witness ? [`  open          ${claim}: ${said}`, ...witnessLines(one, rulebook, output)] : []
  })
  const sum = `${String(accepted)} claims accepted, ${String(refused)} refused, ${String(open)} not verified`
  return harmless(`${named(determination)}: ${sum}\n${lines.map((line) => `${line}\n`).join('')}`)
}

const witnessLines = (verdict: Verdict, rulebook: Rulebook, output: Output): string[] => {
  const shown = witnessShown(verdict, rulebook)
  if (!shown) return []
  const page = { columns: output.columns, paint: output.paint }
  return [`met with ${shown.met}`, `not met with ${shown['not-met']}`, ...(shown.alike.length === 0 ? [] : [`and alike: ${shown.alike.join('; ')}`])].map(
    (line) => paragraph(line, page, 16, 18),
  )
}

const summed = (determination: Answers, verdicts: readonly Verdict[], rulebook: Rulebook): object => ({
  case: determination['case'],
  'as-of': determination['as-of'],
  ...counted(verdicts),
  claims: verdicts.map(({ witness, ...rest }) => {
    const shown = witness && witnessShown({ witness }, rulebook)
    return { ...rest, ...(shown ? { witness: shown } : {}) }
  }),
})
