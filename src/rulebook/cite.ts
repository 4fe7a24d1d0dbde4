import type { Citation } from './citation.ts'
import type { Source } from './source.ts'

/** How a citation is written, e.g. `8 U.S.C. § 1101(a)(15)(T)(i)(I)`. */
export const citationText = (citation: Citation, source: Source): string => source.cite.replace('{at}', () => citation.at)

/** Where the source can be read, as closely as its address can point. */
export const citationUrl = (citation: Citation, source: Source): string | undefined =>
  source.url?.replace('{section}', () => encodeURIComponent(citation.at.replace(/[\s(,;].*$/, '')))
