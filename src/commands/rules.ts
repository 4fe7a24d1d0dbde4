import { jsonPage } from '../report/json.ts'
import { rulesPage, rulesText } from '../report/rules.ts'
import type { Context } from './context.ts'
import { dayGiven } from './day-given.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import { rulebookFor } from './rulebook-for.ts'
import { checkedDay } from '../rulebook/span.ts'

/** The flags of `tvpa rules`. */
export interface RulesFlags {
  readonly asOf?: string
  readonly format: 'text' | 'json'
}

/** `tvpa rules`: every option by group, with the days on which it is law; with `--as-of` those that are law on that day. */
export const rules = async (flags: RulesFlags, context: Context): Promise<ExitCode> => {
  const { output } = context
  const day = flags.asOf === undefined ? undefined : dayGiven(flags.asOf, '--as-of', output)
  if (flags.asOf !== undefined && day === undefined) return EXIT.usage
  const rulebook = await rulebookFor(context)
  if (!rulebook) return EXIT.usage
  const asOf = day === undefined ? undefined : checkedDay(day)
  output.out(flags.format === 'json' ? jsonPage(rulesPage(rulebook, asOf)) : rulesText(rulebook, asOf, { columns: output.columns, paint: output.paint }))
  return EXIT.done
}
