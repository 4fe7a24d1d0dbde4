import { join, relative } from 'node:path'
import { differenceOf } from '../assessment/redline.ts'
import { flipsOf } from '../regression/flips.ts'
import type { LoadedFixture } from '../regression/load.ts'
import { loadFixtures } from '../regression/load.ts'
import type { Redline } from '../report/redline.ts'
import { isDifferent, redlineJson, redlineText } from '../report/redline.ts'
import { amendmentsOf } from '../rulebook/amendments.ts'
import { harmless } from '../rulebook/harmless.ts'
import { shippedRules } from '../rulebook/load.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { checkedDay } from '../rulebook/span.ts'
import type { Subject } from '../rulebook/subject.ts'
import { subjectsNamed, subjectsOf } from '../rulebook/subject.ts'
import { nearest } from '../rulebook/suggest.ts'
import type { Context } from './context.ts'
import { dayGiven } from './day-given.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import { rulebookFor, tellProblems } from './rulebook-for.ts'

/** The flags of `tvpa redline`. */
export interface RedlineFlags {
  readonly from: string
  readonly to?: string
  readonly fixtures?: string
  readonly format: 'text' | 'json'
}

/** `tvpa redline`: the law of two days beside each other. The code says whether some case is treated differently. */
export const redline = async (id: string, flags: RedlineFlags, context: Context): Promise<ExitCode> => {
  const { output } = context
  const from = dayGiven(flags.from, '--from', output)
  const to = dayGiven(flags.to ?? context.today, '--to', output)
  if (from === undefined || to === undefined) return EXIT.usage
  if (checkedDay(from) >= checkedDay(to)) {
    output.err(`--from ${from} has to lie before --to ${to}\n`)
    return EXIT.usage
  }
  const rulebook = await rulebookFor(context)
  const subject = rulebook && subjectFor(id, rulebook, context)
  const fixtures = subject && fixturesFor(flags.fixtures, context)
  if (!rulebook || !subject || !fixtures) return EXIT.usage
  const days = [checkedDay(from), checkedDay(to)] as const
  const shown: Redline = {
    subject,
    from: days[0],
    to: days[1],
    amendments: amendmentsOf(rulebook, subject, ...days),
    difference: differenceOf(rulebook, subject, ...days),
    fixtures: fixtures.length === 0 ? undefined : flipsOf(fixtures, subject, rulebook, ...days),
  }
  output.out(flags.format === 'json' ? redlineJson(shown, rulebook) : redlineText(shown, rulebook, { columns: output.columns, paint: output.paint }))
  const different = isDifferent(shown)
  return different === undefined ? EXIT.usage : different ? EXIT.found : EXIT.done
}

const subjectFor = (id: string, rulebook: Rulebook, { output }: Context): Subject | undefined => {
  const [subject, ...others] = subjectsNamed(id, rulebook)
  if (subject && others.length === 0) return subject
  if (subject) {
    output.err(harmless(`several criteria are called \`${id}\`: ${[subject, ...others].map(({ path }) => path).join(', ')}\n`))
    return undefined
  }
  const near = nearest(
    id,
    subjectsOf(rulebook).flatMap(({ path, criterion }) => [path, ...(criterion === undefined ? [] : [criterion])]),
  )
  output.err(harmless(`no option, criterion or definition is called \`${id}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}\n`))
  return undefined
}

/** The fixtures that were named, or those beside the rulebook, if there are any. Undefined, with its problems told, when one cannot be read. */
const fixturesFor = (folder: string | undefined, context: Context): LoadedFixture[] | undefined => {
  const beside = relative(process.cwd(), join(context.rules ?? shippedRules().folder, '..', 'fixtures'))
  const { fixtures, problems } = loadFixtures([folder ?? beside])
  if (folder === undefined && fixtures.length === 0) return []
  tellProblems(problems, context)
  return problems.length > 0 ? undefined : fixtures
}
