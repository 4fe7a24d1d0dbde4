import type { Problem } from '../../rulebook/problem.ts'
import { problemText } from '../../rulebook/problem.ts'
import { harmlessJson } from '../../rulebook/harmless.ts'
import type { Result } from '../run.ts'

/** Counts and failures, for machines. */
export const jsonReport = (results: readonly Result[], problems: readonly Problem[]): string => {
  const failures = results
    .filter(({ mismatches }) => mismatches.length > 0)
    .map(({ example, mismatches }) => ({
      file: example.where.file,
      line: example.where.line,
      name: example.name,
      from: example.from,
      'as-of': example.asOf,
      mismatches,
    }))
  const report = {
    fixtures: { passed: results.length - failures.length, failed: failures.length + problems.length },
    failures,
    problems: problems.map(problemText),
  }
  return `${harmlessJson(JSON.stringify(report, null, 2))}\n`
}
