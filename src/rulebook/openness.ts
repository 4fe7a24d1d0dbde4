import type { Openness } from '../logic/truth.ts'
import type { Fact } from './fact.ts'
import type { Decider } from './vocabulary.ts'

const PUBLIC_BODIES: ReadonlySet<Decider> = new Set(['certifying-agency', 'law-enforcement', 'dhs-uscis', 'attorney-general', 'hhs', 'court'])

/** Does a public body settle it, not the person, a paper or a professional? */
export const isPublicBody = (decider: Decider): boolean => PUBLIC_BODIES.has(decider)

/** The class in which a fact stays open while nobody has said. */
export const opennessOf = (fact: Fact): Openness => {
  if (fact.recording === 'lawyer-first') return 'judgment'
  if (fact.kind === 'agency-act') return 'unknown'
  if (isPublicBody(fact['decided-by'])) return 'agency'
  return fact.kind === 'judgment' ? 'judgment' : 'unknown'
}

/** The members a value of the fact can have; for yes-no and judgment `true` and `false`; none for numbers and dates. */
export const membersOf = (fact: Fact): readonly string[] => {
  switch (fact.kind) {
    case 'yes-no':
    case 'judgment':
      return ['true', 'false']
    case 'choice':
    case 'choices':
    case 'agency-act':
      return fact.members
    case 'number':
    case 'date':
      return []
  }
}
