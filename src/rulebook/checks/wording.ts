import { isPublicBody } from '../openness.ts'
import type { Check } from './check.ts'
import { topicsOf } from './walk.ts'

/** Every fact can be asked and explained; every judgment says what to weigh; every judgment and act has a next step. */
export const wording: Check = (rulebook, report) => {
  for (const [topic, facts] of topicsOf(rulebook)) {
    for (const [index, fact] of facts.entries()) {
      const place = { file: `facts/${topic}.yaml`, path: ['facts', index] }
      const lacks = (key: string): void => {
        report('fact-without-wording', place, { id: fact.id, key })
      }
      if (!fact.question.trim().endsWith('?')) lacks('question')
      if (fact.kind === 'judgment' && (fact.factors ?? []).length + (fact['factors-from'] ?? []).length === 0) lacks('factors')
      if ((fact.kind === 'judgment' || fact.kind === 'agency-act') && fact['next-step'] === undefined) lacks('next-step')
      if (fact.kind === 'agency-act' && !isPublicBody(fact['decided-by'])) lacks('decided-by')
      if (fact['only-if'] && !('otherwise' in fact && fact.otherwise !== undefined)) lacks('otherwise')
    }
  }
}
