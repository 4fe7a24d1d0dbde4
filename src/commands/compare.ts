import { acrossDays } from '../assessment/across-days.ts'
import { parseDay } from '../logic/day.ts'
import { comparePage, compareText } from '../report/compare.ts'
import { jsonPage } from '../report/json.ts'
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

/** The flags of `tvpa compare`. */
export interface CompareFlags extends OneCaseFlags {
  readonly dates: readonly string[]
}

/** More days than this are no comparison side by side. */
const MOST_DAYS = 12

/** `tvpa compare`: one case under the law of several dates, side by side. */
export const compare = async (path: string, flags: CompareFlags, context: Context): Promise<ExitCode> => {
  const { output } = context
  const days = daysGiven(flags.dates, output)
  const rulebook = days && (await rulebookFor(context))
  if (!rulebook || !knownFlags({ option: flags.option ?? [] }, rulebook, context)) return EXIT.usage
  const person = await oneCase(path, flags.case, rulebook, context)
  if (!person) return EXIT.usage
  const options = chosenOptions(flags.option, rulebook)
  const found = acrossDays(rulebook, person, days, options ?? coreOptions(rulebook))
  output.out(flags.format === 'json' ? jsonPage(comparePage(found)) : compareText(found, rulebook, options, { columns: output.columns, paint: output.paint }))
  return EXIT.done
}

/** The days named with `--dates`, each once, in the order given; undefined, with the reason told, when they cannot be used. */
const daysGiven = (dates: readonly string[], output: Output): number[] | undefined => {
  const texts = dates.flatMap((text) => text.split(',')).map((text) => text.trim())
  const wrong = texts.find((text) => parseDay(text) === undefined)
  if (wrong !== undefined) {
    dayGiven(wrong, '--dates', output)
    return undefined
  }
  const once = [...new Set(texts)]
  if (once.length < texts.length) output.err('--dates: days named more than once are shown once\n')
  if (once.length <= MOST_DAYS) return once.map(checkedDay)
  output.err(
    `--dates: at most ${String(MOST_DAYS)} days stand side by side, found ${String(once.length)}\n  all days on which anything changes: tvpa timeline\n`,
  )
  return undefined
}
