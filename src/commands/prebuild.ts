import { prebuiltText } from '../rulebook/load.ts'
import { problemText } from '../rulebook/problem.ts'
import { readAndCheck } from './read-and-check.ts'

/** The prebuilt form of a rulebook folder that has no problems; else its problems. */
export const prebuilt = (folder: string): { text?: string; problems: string[] } => {
  const { rulebook, problems } = readAndCheck(folder)
  return problems.length > 0 || !rulebook ? { problems: problems.map(problemText) } : { text: prebuiltText(rulebook), problems: [] }
}
