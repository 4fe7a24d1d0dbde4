import { relative } from 'node:path'
import { checkDeeply } from '../rulebook/checks/deep/list.ts'
import { remarksOn, sizesOn, sizesOnAllDays } from '../rulebook/checks/deep/sizes.ts'
import { harmless, harmlessJson } from '../rulebook/harmless.ts'
import { shippedRules } from '../rulebook/load.ts'
import type { Problem } from '../rulebook/problem.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { checkedDay } from '../rulebook/span.ts'
import { unverifiedText } from '../report/unverified.ts'
import { toLookAt } from '../rulebook/unverified.ts'
import { largestOf, remarksText, sizesText } from '../report/sizes.ts'
import type { Context } from './context.ts'
import { dayGiven } from './day-given.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import { readAndCheck } from './read-and-check.ts'
import { tellProblems } from './rulebook-for.ts'

export interface CheckFlags {
  readonly format: 'text' | 'json'
  /** Show how large the diagrams are instead of looking at what they mean. */
  readonly stats?: true
  /** List what was not verified or reviewed instead. */
  readonly unverified?: true
  readonly asOf?: string
  readonly allDays?: true
}

/** `tvpa check`: reads the rulebook from its YAML and runs every check, those on its diagrams too; with `--stats`, measures them; with `--unverified`, lists what someone should still look at. */
export const check = (flags: CheckFlags, context: Context): ExitCode => {
  const { output, rules, today } = context
  const wrong = wrongUse(flags)
  if (wrong !== undefined) {
    output.err(`${wrong}\n`)
    return EXIT.usage
  }
  const day = dayGiven(flags.asOf ?? today, '--as-of', output)
  if (day === undefined) return EXIT.usage
  const { rulebook, problems } = readAndCheck(
    rules ?? (relative(process.cwd(), shippedRules().folder) || '.'),
    flags.stats || flags.unverified ? undefined : checkDeeply,
  )
  if (problems.length > 0 || !rulebook) return tellFound(problems, flags, context)
  if (flags.stats) output.out(statsOf(rulebook, day, flags, context))
  else if (flags.unverified) output.out(unverifiedOf(rulebook, flags, context))
  else if (flags.format === 'json') output.out('[]\n')
  else output.out(soundText(rulebook))
  return EXIT.done
}

const wrongUse = ({ stats, unverified, asOf, allDays }: CheckFlags): string | undefined => {
  if (stats && unverified) return '--stats and --unverified exclude each other'
  if (!stats && allDays) return '--all-days goes with --stats'
  if (!stats && asOf !== undefined) return '--as-of goes with --stats: all else is looked at on every day'
  return allDays && asOf !== undefined ? '--as-of and --all-days exclude each other' : undefined
}

const tellFound = (problems: readonly Problem[], { format, stats }: CheckFlags, context: Context): ExitCode => {
  const { output } = context
  if (format === 'json' && !stats) output.out(`${harmless(JSON.stringify(problems.map(plain), undefined, 2))}\n`)
  else tellProblems(problems, context)
  output.err(`${String(problems.length)} ${problems.length === 1 ? 'problem' : 'problems'}\n`)
  return EXIT.found
}

/** A problem with its keys in the order in which they are documented. */
const plain = ({ code, where: { file, line, column, path }, message, help }: Problem): object => ({ code, where: { file, line, column, path }, message, help })

const unverifiedOf = (rulebook: Rulebook, { format }: CheckFlags, { output }: Context): string => {
  const points = toLookAt(rulebook)
  if (format === 'json') return `${harmlessJson(JSON.stringify(points, undefined, 2))}\n`
  return unverifiedText(points, { columns: output.columns, paint: output.paint })
}

const statsOf = (rulebook: Rulebook, day: string, { format, allDays }: CheckFlags, { output }: Context): string => {
  const page = { columns: output.columns, paint: output.paint }
  if (allDays) {
    const sizes = sizesOnAllDays(rulebook)
    return format === 'json' ? `${JSON.stringify(sizes, undefined, 2)}\n` : sizesText('largest diagrams of all days', largestOf(sizes), page)
  }
  const sizes = sizesOn(rulebook, checkedDay(day))
  const remarks = remarksOn(rulebook, checkedDay(day))
  if (format === 'json')
    return `${JSON.stringify(
      sizes.map((size) => ({ ...size, ...remarks.find(({ rule }) => rule === size.rule) })),
      undefined,
      2,
    )}\n`
  return `${sizesText(`diagrams on ${day}`, sizes, page)}${remarksText(remarks, page)}`
}

const soundText = (rulebook: Rulebook): string => {
  const criteria = rulebook.options.reduce((sum, option) => sum + option.parts.length, 0)
  return (
    `no problems in ${String(rulebook.options.length)} options (${String(criteria)} top criteria), ${String(rulebook.definitions.length)} definitions, ` +
    `${String(rulebook.facts.length)} facts, ${String(rulebook.sources.length)} sources\n${rulebook.digest}\n`
  )
}
