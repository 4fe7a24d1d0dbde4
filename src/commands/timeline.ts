import { timeline as timelineOf } from '../assessment/timeline.ts'
import { formatDay } from '../logic/day.ts'
import { jsonPage } from '../report/json.ts'
import { timelineText } from '../report/timeline.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { checkedDay } from '../rulebook/span.ts'
import { chosenOptions, coreOptions } from './chosen-options.ts'
import type { Context } from './context.ts'
import { dayGiven } from './day-given.ts'
import { knownFlags } from './evaluate.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import { oneCase } from './one-case.ts'
import type { Output } from './output.ts'
import { rulebookFor } from './rulebook-for.ts'
import type { OneCaseFlags } from './what-if.ts'

/** The flags of `tvpa timeline`. */
export interface TimelineFlags extends OneCaseFlags {
  readonly from?: string
  readonly until?: string
  readonly criteria?: boolean
}

/** How many days a timeline may cover: enough for the law of a century. */
const MOST_DAYS = 36_525

/** `tvpa timeline`: the outcome of each option over all days on which anything changes. */
export const timeline = async (path: string, flags: TimelineFlags, context: Context): Promise<ExitCode> => {
  const { output } = context
  const rulebook = await rulebookFor(context)
  const period = rulebook && knownFlags({ option: flags.option ?? [] }, rulebook, context) ? periodGiven(flags, rulebook, output) : undefined
  if (!rulebook || !period) return EXIT.usage
  const person = await oneCase(path, flags.case, rulebook, context)
  if (!person) return EXIT.usage
  const options = chosenOptions(flags.option, rulebook)
  const found = timelineOf(rulebook, person, { ...period, options: options ?? coreOptions(rulebook), criteria: flags.criteria })
  output.out(flags.format === 'json' ? jsonPage(found) : timelineText(found, rulebook, options, { columns: output.columns, paint: output.paint }))
  return EXIT.done
}

/** From the first day of the rulebook through the day of its review, where nothing else is said. */
const periodGiven = ({ from, until }: TimelineFlags, { about }: Rulebook, output: Output): { from: number; until: number } | undefined => {
  const first = dayGiven(from ?? about['first-day'], '--from', output)
  const end = first === undefined ? undefined : dayGiven(until ?? formatDay(checkedDay(about['reviewed-through']) + 1), '--until', output)
  if (first === undefined || end === undefined) return undefined
  const days = checkedDay(end) - checkedDay(first)
  if (days > 0 && days <= MOST_DAYS) return { from: checkedDay(first), until: checkedDay(end) }
  output.err(
    days > 0
      ? `--from ${first} --until ${end}: a timeline covers at most 100 years\n`
      : `--until ${end} is not after --from ${first}; the first day is in the timeline, the last is not\n`,
  )
  return undefined
}
