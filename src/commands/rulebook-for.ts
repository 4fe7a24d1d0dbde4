import { loadPrebuilt, shippedRules } from '../rulebook/load.ts'
import type { Problem } from '../rulebook/problem.ts'
import { problemText } from '../rulebook/problem.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Context } from './context.ts'

/** The rulebook a command works with: the prebuilt one, or the folder given with `--rules`. Undefined, with its problems told, when it cannot be used. */
export const rulebookFor = async (context: Context): Promise<Rulebook | undefined> => {
  const prebuilt = context.rules === undefined ? loadPrebuilt(shippedRules().prebuilt) : undefined
  if (prebuilt) return prebuilt
  const { readAndCheck } = await import('./read-and-check.ts')
  const { rulebook, problems } = readAndCheck(context.rules ?? shippedRules().folder)
  if (problems.length > 0) tellProblems(problems, context)
  return problems.length > 0 ? undefined : rulebook
}

/** Writes problems on stderr, each with its place. */
export const tellProblems = (problems: readonly Problem[], { output }: Context): void => {
  for (const problem of problems) output.err(`${problemText(problem)}\n`)
}
