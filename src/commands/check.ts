import { relative } from 'node:path'
import { shippedRules } from '../rulebook/load.ts'
import type { Context } from './context.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import { readAndCheck } from './read-and-check.ts'
import { tellProblems } from './rulebook-for.ts'

/** `tvpa check`: reads the rulebook from its YAML and runs every static check. */
export const check = (context: Context): ExitCode => {
  const { output, rules } = context
  const { rulebook, problems } = readAndCheck(rules ?? (relative(process.cwd(), shippedRules().folder) || '.'))
  tellProblems(problems, context)
  if (problems.length > 0 || !rulebook) {
    output.err(`${String(problems.length)} ${problems.length === 1 ? 'problem' : 'problems'}\n`)
    return EXIT.found
  }
  const criteria = rulebook.options.reduce((sum, option) => sum + option.parts.length, 0)
  output.out(
    `no problems in ${String(rulebook.options.length)} options (${String(criteria)} top criteria), ${String(rulebook.definitions.length)} definitions, ` +
      `${String(rulebook.facts.length)} facts, ${String(rulebook.sources.length)} sources\n${rulebook.digest}\n`,
  )
  return EXIT.done
}
