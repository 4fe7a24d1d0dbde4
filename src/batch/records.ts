import type { Case } from '../assessment/case.ts'
import { readCase } from '../assessment/case.ts'
import type { Problem, Where } from '../rulebook/problem.ts'
import { problem } from '../rulebook/problem.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { placeIn, readJson } from './json-text.ts'

/** A piece of input that holds one or more cases: a whole file, or one line of one. */
export interface Piece {
  readonly where: Where
  readonly text: string
}

/** A case, or why there is none. */
export type Record =
  | { readonly where: Where; readonly case: Case; readonly problems?: undefined }
  | { readonly where: Where; readonly problems: readonly Problem[]; readonly case?: undefined }

/** The records of a piece: one for an object, one for each item of a list. */
export async function* recordsOf(piece: Piece, rulebook: Pick<Rulebook, 'facts'>): AsyncGenerator<Record> {
  const { where, text } = piece
  if (text.trim() === '') {
    yield { where, problems: [problem('empty', where, { expected: 'a case, or a list of cases, as JSON' })] }
    return
  }
  const json = await readJson(text, where)
  if (json.problem) {
    yield { where, problems: [json.problem] }
    return
  }
  if (!Array.isArray(json.data)) {
    yield await record(json.data, where, [], text, rulebook)
    return
  }
  if (json.data.length === 0) yield { where, problems: [problem('empty', where, { expected: 'at least one case in the list' })] }
  for (const [index, item] of json.data.entries()) yield await record(item, { ...where, record: `record ${String(index + 1)}` }, [index], text, rulebook)
}

const record = async (data: unknown, where: Where, above: readonly number[], text: string, rulebook: Pick<Rulebook, 'facts'>): Promise<Record> => {
  const { case: person, problems } = readCase(data, rulebook, where)
  if (person) return { where, case: person }
  return { where, problems: await Promise.all(problems.map(async (one) => placed(one, above, text))) }
}

const placed = async (one: Problem, above: readonly number[], text: string): Promise<Problem> => {
  const found = await placeIn(text, { ...one.where, path: [...above, ...one.where.path] })
  return { ...one, where: { ...one.where, line: found.line, column: found.column } }
}
