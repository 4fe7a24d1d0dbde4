import { join } from 'node:path'
import type { Problem } from '../rulebook/problem.ts'
import { shippedRules } from '../rulebook/load.ts'
import { loadFixtures } from '../regression/load.ts'
import { jsonReport } from '../regression/reporters/json.ts'
import { textReport } from '../regression/reporters/text.ts'
import type { Result } from '../regression/run.ts'
import { runFixture } from '../regression/run.ts'
import type { Context } from './context.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import { rulebookFor } from './rulebook-for.ts'

/** How fixtures can be reported. */
export const reporters: Readonly<Record<string, (results: readonly Result[], problems: readonly Problem[]) => string>> = { text: textReport, json: jsonReport }

/** `tvpa test`: runs fixtures against the rulebook. */
export const test = async (paths: readonly string[], reporter: string, context: Context): Promise<ExitCode> => {
  const rulebook = await rulebookFor(context)
  if (!rulebook) return EXIT.usage
  const { fixtures, problems } = loadFixtures(paths.length > 0 ? paths : [join(shippedRules().folder, '..', 'fixtures')])
  const results = fixtures.flatMap(({ fixture, caseFacts }) => runFixture(fixture, caseFacts, rulebook, context.today))
  context.output.out((reporters[reporter] ?? textReport)(results, problems))
  if (results.length === 0 && problems.length === 0) {
    context.output.err('no fixtures were found; name .yaml files or folders that hold them\n')
    return EXIT.usage
  }
  return problems.length > 0 || results.some(({ mismatches }) => mismatches.length > 0) ? EXIT.found : EXIT.done
}
