import { formatDay, shiftDay } from '../logic/day.ts'
import type { Shift } from '../logic/day.ts'
import { calendarText } from '../report/calendar.ts'
import { comingDays } from '../rulebook/calendar.ts'
import { harmless, harmlessJson } from '../rulebook/harmless.ts'
import { checkedDay } from '../rulebook/span.ts'
import type { Context } from './context.ts'
import { dayGiven } from './day-given.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import { rulebookFor } from './rulebook-for.ts'

export interface CalendarFlags {
  readonly within: string
  readonly asOf?: string
  readonly format: 'text' | 'json'
}

/** `tvpa calendar`: the days on which something of the rulebook begins or ends, or is due to be reviewed. */
export const calendar = async (flags: CalendarFlags, context: Context): Promise<ExitCode> => {
  const { output, today } = context
  const from = dayGiven(flags.asOf ?? today, '--as-of', output)
  const within = shiftOf(flags.within)
  if (within === undefined) output.err(harmless(`--within: expected a time such as 90d, 6m or 1y, found \`${flags.within}\`\n`))
  const rulebook = from === undefined || within === undefined ? undefined : await rulebookFor(context)
  if (!rulebook || from === undefined || within === undefined) return EXIT.usage
  const first = checkedDay(from)
  const last = shiftDay(first, within)
  const days = comingDays(rulebook, first, last)
  const reviewedThrough = rulebook.about['reviewed-through']
  const until = formatDay(last)
  if (flags.format === 'json') output.out(`${harmlessJson(JSON.stringify({ from, until, 'reviewed-through': reviewedThrough, days }, undefined, 2))}\n`)
  else output.out(calendarText(days, from, until, reviewedThrough, { columns: output.columns, paint: output.paint }))
  return EXIT.done
}

/** A number of days, months or years, at most a century; undefined when it is none. */
const shiftOf = (text: string): Shift | undefined => {
  const [, number = '', unit = ''] = /^(\d{1,5})([dmy])$/.exec(text) ?? []
  const key = { d: 'days', m: 'months', y: 'years' }[unit]
  const most = { d: 36_525, m: 1_200, y: 100 }[unit] ?? 0
  return key === undefined || Number(number) > most ? undefined : { [key]: Number(number) }
}
