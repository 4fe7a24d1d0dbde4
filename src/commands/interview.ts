import { Chalk } from 'chalk'
import { assess } from '../assessment/assess.ts'
import type { Case } from '../assessment/case.ts'
import { settle } from '../assessment/settle.ts'
import { recordsOf } from '../batch/records.ts'
import { readInputs } from '../batch/streams.ts'
import type { Face } from '../interview/face.ts'
import { Interrupted } from '../interview/face.ts'
import { conditionStatus } from '../interview/open-points.ts'
import { begin, caseFile, caseOf } from '../interview/session.ts'
import type { Ended } from '../interview/sitting.ts'
import { hold } from '../interview/sitting.ts'
import { isTaken, saveCase } from '../interview/store.ts'
import { tallyLine } from '../interview/tally.ts'
import type { Day } from '../logic/day.ts'
import { harmless, harmlessJson } from '../rulebook/harmless.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { checkedDay } from '../rulebook/span.ts'
import { chosenOptions } from './chosen-options.ts'
import type { Context } from './context.ts'
import type { Format } from './evaluate.ts'
import { faceOf, knownFlags, reasonsFor } from './evaluate.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import { wholeFile } from './output.ts'
import { rulebookFor, tellProblems } from './rulebook-for.ts'

/** The flags of `tvpa interview`. */
export interface InterviewFlags {
  readonly asOf?: string
  readonly option?: readonly string[]
  readonly format: Format
  readonly out?: string
  readonly plain?: boolean
  readonly answers?: string
  readonly resume?: string
  readonly save?: string
  readonly force?: boolean
  readonly withLawyer?: boolean
}

/** `tvpa interview`: asks, one question at a time, only what can still matter; then the summary of `tvpa evaluate`. */
export const interview = async (flags: InterviewFlags, context: Context): Promise<ExitCode> => {
  const { err } = context.output
  if (!process.stdin.isTTY) {
    err(
      'tvpa interview asks its questions at a terminal, and there is none on standard input\n' +
        '  with the answers in a file: tvpa evaluate FILE\n  at a terminal, to go on from a file: tvpa interview --answers FILE\n',
    )
    return EXIT.usage
  }
  const rulebook = await rulebookFor(context)
  if (!rulebook || !knownFlags(flags, rulebook, context) || !mayBeWritten(flags, err)) return EXIT.usage
  const from = await caseFrom(flags, rulebook, context)
  if (from === 'unusable') return EXIT.usage
  const asOf = flags.asOf === undefined ? (from?.asOf ?? checkedDay(context.today)) : checkedDay(flags.asOf)
  const options = chosenOptions(flags.option, rulebook) ?? optionsFor(rulebook, from, asOf)
  const session = begin({ asOf, dated: flags.asOf !== undefined || from?.asOf !== undefined, options, company: flags.withLawyer ? 'lawyer' : 'alone' }, from)
  const { openFace, terminalHere } = await import('../interview/terminal.ts')
  const terminal = terminalHere(flags.plain === true, context.output.paintErr.level > 0 ? 1 : 0)
  const face = openFace(terminal)
  try {
    const ended = await hold(session, { face, rulebook, now: () => performance.now() })
    if (ended.how === 'exit') {
      face.clear()
      return EXIT.done
    }
    if (ended.summary)
      await summarize(ended, flags, rulebook, terminal.plain ? { ...context, output: { ...context.output, paint: new Chalk({ level: 0 }) } } : context)
    await save(ended, flags, rulebook, face, err)
    err(`${tallyLine(ended.tally, rulebook)}\n`)
    return EXIT.done
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    err('\nstopped; nothing was saved\n')
    return EXIT.interrupted
  } finally {
    face.close()
  }
}

/** Nothing is overwritten unasked, and nobody learns so only after an hour of answers. */
const mayBeWritten = ({ save: to, resume, force, answers }: InterviewFlags, err: (text: string) => void): boolean => {
  if (answers !== undefined && resume !== undefined) {
    err('give --answers or --resume, not both\n')
    return false
  }
  if (to === undefined || to === resume || force === true || !isTaken(to)) return true
  err(harmless(`${to}\nis there already\n  choose another name, or add --force to replace it\n`))
  return false
}

const caseFrom = async ({ answers, resume }: InterviewFlags, rulebook: Rulebook, context: Context): Promise<Case | undefined | 'unusable'> => {
  const path = answers ?? resume
  if (path === undefined) return undefined
  const cases: Case[] = []
  for (const read of readInputs([path])) {
    if ('problem' in read) {
      tellProblems([read.problem], context)
      return 'unusable'
    }
    for await (const record of recordsOf(read, rulebook)) {
      if (record.problems) {
        tellProblems(record.problems, context)
        return 'unusable'
      }
      cases.push(record.case)
    }
  }
  if (cases.length === 1) return cases[0]
  context.output.err(harmless(`${path}\nholds ${String(cases.length)} cases; an interview goes on with one\n`))
  return 'unusable'
}

/** Every core option but those that are never offered unasked, unless the case itself says that they were raised. */
const optionsFor = (rulebook: Rulebook, from: Case | undefined, asOf: Day): string[] => {
  const settled = settle(from?.answers ?? new Map(), rulebook, asOf)
  return rulebook.options
    .filter(
      (option) => option.tier === 'core' && (option['raised-by'] === undefined || conditionStatus(option['raised-by'], settled, { rulebook, asOf }) === 'met'),
    )
    .map(({ id }) => id)
}

const summarize = async ({ session }: Ended, flags: InterviewFlags, rulebook: Rulebook, context: Context): Promise<void> => {
  const options = chosenOptions(flags.option, rulebook)
  const report = await faceOf(flags.format, rulebook, context, options !== undefined)
  const assessment = assess(rulebook, caseOf(session), {
    asOf: session.asOf,
    options,
    asOfOverrides: flags.asOf !== undefined,
    ...reasonsFor(flags, options !== undefined),
  })
  const text = `${report.each(assessment, 0)}${report.end()}`
  if (flags.out === undefined || flags.out === '-') {
    context.output.out(text)
    return
  }
  const file = wholeFile(flags.out)
  try {
    file.write(text)
    file.finish()
  } catch (error) {
    file.abandon()
    throw error
  }
}

const READABLE = 'It is not sealed: anyone with access to the file can read it. Keep it off shared computers, and delete it when it is no longer needed.'

/** Saves only when asked with the flag or the key, and only with a yes to saving. */
const save = async (ended: Ended, flags: InterviewFlags, rulebook: Rulebook, face: Face, err: (text: string) => void): Promise<void> => {
  if (flags.save === undefined && !ended.save) return
  if (!ended.saving) {
    err('Nothing was saved: there is no yes to saving, or it was asked to be deleted.\n')
    return
  }
  const text = `${harmlessJson(JSON.stringify(caseFile(ended.session, rulebook.about.notice), null, 2))}\n`
  for (let path = flags.save ?? flags.resume ?? (await otherPath(face)); path !== undefined; path = await otherPath(face)) {
    if (saveCase(path, text, flags.force === true || path === flags.resume)) {
      err(harmless(`Saved to ${path}. ${READABLE}\n`))
      return
    }
    err(harmless(`${path} is there already and was not replaced.\n`))
  }
  err('Nothing was saved.\n')
}

const otherPath = async (face: Face): Promise<string | undefined> => {
  const typed = (await face.text('File to save to, without a name of a person in it (empty: save nothing)'))?.trim()
  return typed === '' ? undefined : typed
}
