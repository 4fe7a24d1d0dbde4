import { caseSchema } from '../exchange/json-schema.ts'
import { harmlessJson } from '../rulebook/harmless.ts'
import type { Context } from './context.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import { rulebookFor } from './rulebook-for.ts'

/** `tvpa schema`: the JSON Schema of a case file. */
export const schema = async (context: Context): Promise<ExitCode> => {
  const rulebook = await rulebookFor(context)
  if (!rulebook) return EXIT.usage
  context.output.out(`${harmlessJson(JSON.stringify(caseSchema(rulebook), null, 2))}\n`)
  return EXIT.done
}
