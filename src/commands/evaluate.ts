import { assess } from '../assessment/assess.ts'
import type { Assessment, Question } from '../assessment/assess.ts'
import { withAnswers } from '../assessment/with-answers.ts'
import { recordsOf } from '../batch/records.ts'
import { readInputs } from '../batch/streams.ts'
import { jsonFace, lineFace } from '../report/json.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { checkedDay } from '../rulebook/span.ts'
import { chosenOptions, unknownOption } from './chosen-options.ts'
import type { Context } from './context.ts'
import { dayGiven } from './day-given.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import { wholeFile } from './output.ts'
import { rulebookFor, tellProblems } from './rulebook-for.ts'

/** How determinations can be written. */
export const formats = ['text', 'json', 'ndjson'] as const
export type Format = (typeof formats)[number]

/** The flags of `tvpa evaluate`. */
export interface EvaluateFlags {
  readonly asOf?: string
  readonly option?: readonly string[]
  readonly format: Format
  readonly out?: string
  readonly reasons?: boolean
  /** Extended options in full in the text, as core ones are. */
  readonly all?: boolean
}

/** `tvpa evaluate`: cases in, determinations out. A record that cannot be read is told and left out; all others are evaluated. */
export const evaluate = async (paths: readonly string[], flags: EvaluateFlags, context: Context): Promise<ExitCode> => {
  if (paths.length === 0 && process.stdin.isTTY) {
    context.output.err('name case files or folders, or give cases on standard input with -\nexample: tvpa evaluate fixtures/archive/el-monte.json\n')
    return EXIT.usage
  }
  const rulebook = await rulebookFor(context)
  if (!rulebook || !knownFlags(flags, rulebook, context)) return EXIT.usage
  const options = chosenOptions(flags.option, rulebook)
  const inFull = flags.all === true || options !== undefined
  const face = await faceOf(flags.format, rulebook, context, inFull)
  const file = flags.out === undefined || flags.out === '-' ? undefined : wholeFile(flags.out)
  const write = file?.write ?? context.output.out
  let evaluated = 0
  let rejected = 0
  try {
    for (const read of readInputs(paths.length === 0 ? ['-'] : paths)) {
      if ('problem' in read) {
        tellProblems([read.problem], context)
        rejected += 1
        continue
      }
      for await (const record of recordsOf(read, rulebook)) {
        if (record.problems) {
          tellProblems(record.problems, context)
          rejected += 1
          continue
        }
        const asOf = flags.asOf === undefined ? (record.case.asOf ?? checkedDay(context.today)) : checkedDay(flags.asOf)
        const assessment = assess(rulebook, record.case, {
          asOf,
          options,
          asOfOverrides: flags.asOf !== undefined,
          ...reasonsFor(flags, inFull),
        })
        write(face.each({ ...assessment, determination: withAnswers(assessment.determination, record.case) }, evaluated))
        evaluated += 1
      }
    }
    if (evaluated > 0) write(face.end())
    if (evaluated > 0) file?.finish()
    else file?.abandon()
  } catch (error) {
    file?.abandon()
    throw error
  }
  if (rejected > 0)
    context.output.err(
      `${String(rejected)} ${rejected === 1 ? 'record was' : 'records were'} not evaluated; ${evaluated === 0 ? 'no other was' : `${String(evaluated)} ${evaluated === 1 ? 'was' : 'were'}`}\n`,
    )
  if (evaluated === 0) return EXIT.usage
  return rejected > 0 ? EXIT.rejected : EXIT.done
}

/** For which options reasons are looked for: in a text only for those that are shown in full. */
export const reasonsFor = ({ format, reasons }: Pick<EvaluateFlags, 'format' | 'reasons'>, inFull: boolean): Pick<Question, 'reasons'> => {
  if (reasons === false) return { reasons: false }
  return format === 'text' && !inFull ? { reasons: 'core' } : {}
}

/** Do the flags name options, groups and a day that exist? Tells what does not. */
export const knownFlags = ({ option, asOf }: Pick<EvaluateFlags, 'option' | 'asOf'>, rulebook: Rulebook, { output }: Context): boolean => {
  for (const named of option ?? []) {
    const unknown = unknownOption(named, rulebook)
    if (unknown === undefined) continue
    output.err(unknown)
    return false
  }
  return asOf === undefined || dayGiven(asOf, '--as-of', output) !== undefined
}

/** What is written for each assessment (with its number, from 0), and at the end. */
interface Face {
  readonly each: (assessment: Assessment, index: number) => string
  readonly end: () => string
}

/** The face of a format; `inFull`: extended options are shown as core ones are. */
export const faceOf = async (format: Format, rulebook: Rulebook, { output }: Context, inFull: boolean): Promise<Face> => {
  if (format === 'ndjson') return { each: ({ determination }) => `${lineFace(determination)}\n`, end: () => '' }
  if (format === 'json') return jsonList()
  const { textFace } = await import('../report/text.ts')
  const page = { columns: output.columns, paint: output.paint }
  return {
    each: (assessment, index) => `${index === 0 ? '' : `\n${'═'.repeat(output.columns)}\n\n`}${textFace(assessment, rulebook, page, inFull)}`,
    end: () => '',
  }
}

/** One determination is an object, several are an array: the first waits for the second. */
const jsonList = (): Face => {
  let waiting: string | undefined
  let several = false
  return {
    each: ({ determination }) => {
      const before = waiting === undefined ? '' : `${several ? ',\n' : '[\n'}${waiting}`
      several = waiting !== undefined
      waiting = jsonFace(determination)
      return before
    },
    end: () => `${several ? ',\n' : ''}${waiting ?? ''}\n${several ? ']\n' : ''}`,
  }
}
