import { recordsOf } from '../batch/records.ts'
import { readInputs } from '../batch/streams.ts'
import { questionList } from '../interview/question-list.ts'
import { begin } from '../interview/session.ts'
import { questionsFace, questionsJson } from '../report/questions.ts'
import { harmless } from '../rulebook/harmless.ts'
import { checkedDay } from '../rulebook/span.ts'
import { chosenOptions } from './chosen-options.ts'
import type { Context } from './context.ts'
import { knownFlags } from './evaluate.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import { rulebookFor, tellProblems } from './rulebook-for.ts'

/** The flags of `tvpa questions`. */
export interface QuestionsFlags {
  readonly asOf?: string
  readonly option?: readonly string[]
  readonly format: 'text' | 'json'
  readonly limit: string
}

/** `tvpa questions`: what is next to be asked of one case, and what each answer would settle. */
export const questions = async (path: string, flags: QuestionsFlags, context: Context): Promise<ExitCode> => {
  const { output } = context
  if (!/^\d{1,4}$/.test(flags.limit)) {
    output.err(harmless(`--limit: expected a whole number, found \`${flags.limit}\`\n`))
    return EXIT.usage
  }
  const rulebook = await rulebookFor(context)
  if (!rulebook || !knownFlags(flags, rulebook, context)) return EXIT.usage
  const unasked = rulebook.options.filter((option) => option.tier === 'core' && option['raised-by'] === undefined).map(({ id }) => id)
  const options = chosenOptions(flags.option, rulebook) ?? unasked
  let shown = 0
  for (const read of readInputs([path])) {
    if ('problem' in read) {
      tellProblems([read.problem], context)
      return EXIT.usage
    }
    for await (const record of recordsOf(read, rulebook)) {
      if (record.problems) {
        tellProblems(record.problems, context)
        return EXIT.usage
      }
      if (shown > 0) {
        output.err(harmless(`${path}\nholds more than one case; only the first was looked at: put each in a file of its own\n`))
        return EXIT.rejected
      }
      const asOf = flags.asOf === undefined ? (record.case.asOf ?? checkedDay(context.today)) : checkedDay(flags.asOf)
      const list = questionList(begin({ asOf, dated: false, options, company: 'alone' }, record.case), rulebook, Number(flags.limit))
      const page = { columns: output.columns, paint: output.paint }
      output.out(flags.format === 'json' ? questionsJson(list) : questionsFace(list, rulebook.about.notice, page))
      shown += 1
    }
  }
  if (shown === 0) output.err(harmless(`${path}\nholds no case\n`))
  return shown === 0 ? EXIT.usage : EXIT.done
}
