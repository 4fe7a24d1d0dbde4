import { checkRulebook } from '../rulebook/checks/list.ts'
import { ruleFiles } from '../rulebook/load.ts'
import type { Problem } from '../rulebook/problem.ts'
import { problem } from '../rulebook/problem.ts'
import type { Reading } from '../rulebook/read.ts'
import { readRulebook } from '../rulebook/read.ts'
import { systemReason } from '../rulebook/system-reason.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** Checks that need a rulebook without any other problem. */
type More = (rulebook: Rulebook, locate: Reading['locate']) => Problem[]

/** Reads a rulebook folder and runs every static check, then `more` if all is sound so far. Places are given from where the command was called. */
export const readAndCheck = (folder: string, more: More = () => []): { rulebook: Rulebook | undefined; problems: Problem[] } => {
  try {
    const { rulebook, problems, locate } = readRulebook(ruleFiles(folder))
    const found = [...problems, ...(rulebook ? checkRulebook(rulebook, locate) : [])]
    const all = rulebook && found.length === 0 ? more(rulebook, locate) : found
    return { rulebook, problems: all.map((one) => ({ ...one, where: { ...one.where, file: `${folder}/${one.where.file}` } })) }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    return { rulebook: undefined, problems: [problem('unreadable', { file: folder, path: [] }, { reason: systemReason(error) })] }
  }
}
