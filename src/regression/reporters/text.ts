import type { Problem } from '../../rulebook/problem.ts'
import { problemText } from '../../rulebook/problem.ts'
import { harmless } from '../../rulebook/harmless.ts'
import type { Result } from '../run.ts'

/** Failures with what was expected, what came and where they part; then one line of counts. */
export const textReport = (results: readonly Result[], problems: readonly Problem[]): string => {
  const failed = results.filter(({ mismatches }) => mismatches.length > 0)
  const blocks = failed.map(({ example, mismatches }) =>
    [
      `FAIL  ${example.where.file}:${String(example.where.line ?? 1)}`,
      `      ${example.name}`,
      `      from ${example.from}`,
      ...mismatches.flatMap(({ what, expected, got, because }) => [
        `      ${example.asOf === undefined ? '' : `as of ${example.asOf}, `}${what}: expected ${expected}, got ${got}`,
        ...because.map((line, index) => `        ${line}${index === because.length - 1 ? '   ← parts here' : ''}`),
      ]),
      '',
    ].join('\n'),
  )
  const broken = problems.map((problem) => `${problemText(problem)}\n`)
  return harmless([...broken, ...blocks, `${String(results.length - failed.length)} passed, ${String(failed.length + problems.length)} failed`, ''].join('\n'))
}
