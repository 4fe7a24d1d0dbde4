import { whatIf as whatIfOf } from '../assessment/what-if.ts'
import { jsonPage } from '../report/json.ts'
import { whatIfPage, whatIfText } from '../report/what-if.ts'
import { checkedDay } from '../rulebook/span.ts'
import { chosenOptions } from './chosen-options.ts'
import type { Context } from './context.ts'
import { knownFlags } from './evaluate.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import { oneCase } from './one-case.ts'
import { rulebookFor, tellProblems } from './rulebook-for.ts'
import { readSettings } from './settings.ts'

/** The flags that every command about one case has. */
export interface OneCaseFlags {
  readonly case?: string
  readonly option?: readonly string[]
  readonly format: 'text' | 'json'
}

/** The flags of `tvpa whatif`. */
export interface WhatIfFlags extends OneCaseFlags {
  readonly set?: readonly string[]
  readonly unset?: readonly string[]
  readonly asOf?: string
}

/** `tvpa whatif`: how the law reads other answers in a case; only what differs. */
export const whatIf = async (path: string, flags: WhatIfFlags, context: Context): Promise<ExitCode> => {
  const { output } = context
  const [set, unset] = [flags.set ?? [], flags.unset ?? []]
  if (set.length + unset.length === 0) {
    output.err('name at least one other answer with --set fact=value, or --unset fact\nexample: tvpa whatif case.json --set age-now=17\n')
    return EXIT.usage
  }
  const rulebook = await rulebookFor(context)
  if (!rulebook || !knownFlags(flags, rulebook, context)) return EXIT.usage
  const { settings, problems } = readSettings(set, unset, rulebook)
  if (problems.length > 0) {
    tellProblems(problems, context)
    return EXIT.usage
  }
  const person = await oneCase(path, flags.case, rulebook, context)
  if (!person) return EXIT.usage
  for (const { fact, answer } of settings) if (!answer && !person.answers.has(fact)) output.err(`--unset ${fact}: the case says nothing of it already\n`)
  const asOf = flags.asOf === undefined ? (person.asOf ?? checkedDay(context.today)) : checkedDay(flags.asOf)
  const found = whatIfOf(rulebook, person, settings, { asOf, options: chosenOptions(flags.option, rulebook), asOfOverrides: flags.asOf !== undefined })
  output.out(flags.format === 'json' ? jsonPage(whatIfPage(found)) : whatIfText(found, rulebook, { columns: output.columns, paint: output.paint }))
  return EXIT.done
}
