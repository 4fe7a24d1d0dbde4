import { entry } from '../report/layout.ts'
import { ledgerText } from '../report/ledger.ts'
import { byId } from '../rulebook/by-id.ts'
import { harmless } from '../rulebook/harmless.ts'
import { nearest } from '../rulebook/suggest.ts'
import { citingPlaces } from '../wording/explain.ts'
import type { Context } from './context.ts'
import type { ExitCode } from './exit-code.ts'
import { EXIT } from './exit-code.ts'
import { rulebookFor } from './rulebook-for.ts'

/** `tvpa sources`: everything that is cited and how often; with an id, every place encoded from that source; of an archived document also what is not, and why. */
export const sources = async (id: string | undefined, context: Context): Promise<ExitCode> => {
  const rulebook = await rulebookFor(context)
  if (!rulebook) return EXIT.usage
  const { output } = context
  const page = { columns: output.columns, paint: output.paint }
  if (id === undefined) {
    for (const source of rulebook.sources)
      output.out(`${entry(source.id, `${source.title} (${String(citingPlaces(source, rulebook).length)} citations)`, page, 0, 20)}\n`)
    return EXIT.done
  }
  const source = byId(rulebook.sources).get(id)
  if (!source) {
    const near = nearest(id, byId(rulebook.sources).keys())
    output.err(harmless(`unknown source \`${id}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}\n`))
    return EXIT.usage
  }
  output.out(`${source.title}\n`)
  for (const { path, at, anchor } of citingPlaces(source, rulebook))
    output.out(`${entry(path, `${at}${anchor === undefined ? '' : `  "${anchor}"`}`, page, 2, 46)}\n`)
  output.out(ledgerText(id, rulebook, page))
  return EXIT.done
}
