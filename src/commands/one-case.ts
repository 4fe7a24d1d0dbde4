import type { Case } from '../assessment/case.ts'
import { recordsOf } from '../batch/records.ts'
import { readInputs } from '../batch/streams.ts'
import { problem } from '../rulebook/problem.ts'
import type { Problem } from '../rulebook/problem.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { nearest } from '../rulebook/suggest.ts'
import type { Context } from './context.ts'
import { tellProblems } from './rulebook-for.ts'

/** How many references are named when a file holds several cases. */
const NAMED = 5

/**
 * The one case of a file (`-` is standard input), or of several the first with this reference. Undefined, with every problem
 * told, when there is none or nobody said which.
 */
export const oneCase = async (path: string, reference: string | undefined, rulebook: Rulebook, context: Context): Promise<Case | undefined> => {
  const cases: Case[] = []
  let problems = 0
  const tell = (found: readonly Problem[]): void => {
    problems += found.length
    tellProblems(found, context)
  }
  for (const read of readInputs([path])) {
    if ('problem' in read) {
      tell([read.problem])
      continue
    }
    for await (const record of recordsOf(read, rulebook)) {
      if (record.problems) tell(record.problems)
      else if (record.case.reference === reference) return record.case
      else cases.push(record.case)
    }
    if (reference === undefined && cases.length > NAMED) break
  }
  const [first] = cases
  if (first && cases.length === 1 && reference === undefined && problems === 0) return first
  if (cases.length > 0) tellProblems([notOne(path, reference, cases)], context)
  return undefined
}

const notOne = (file: string, reference: string | undefined, cases: readonly Case[]): Problem => {
  const where = { file: file === '-' ? 'standard input' : file, path: [] }
  const names = cases.map((one) => one.reference).filter((name) => name !== '')
  if (reference !== undefined) return problem('unknown-id', where, { kind: 'case', id: reference, nearest: nearest(reference, names) })
  return problem('several-cases', where, { names: names.slice(0, NAMED).join(', ') })
}
