import type { Answer } from '../assessment/answer.ts'
import type { TopicFact } from '../rulebook/fact.ts'
import { harmless } from '../rulebook/harmless.ts'
import { label, listed } from '../wording/labels.ts'

/** An answer in words, for whoever looks it over. Hard and lawyer-only answers are never spelled out on a shared screen. */
export const answerWords = (fact: TopicFact, said: Answer): string => {
  if (fact.burden === 'distressing' || fact.recording === 'lawyer-first') return said.said === 'answered' ? 'answered' : 'left open'
  if (said.said === 'unknown') return 'not known'
  if (said.said === 'declined') return 'prefers not to say'
  const { knowledge } = said
  if (knowledge?.kind === 'many') {
    const ticked = [...knowledge.yes].map(label)
    const whole = knowledge.yes.size + knowledge.no.size >= ('members' in fact ? fact.members.length : 0)
    return `${ticked.length === 0 ? (whole ? 'none of these' : 'nothing told') : ticked.join(', ')}${whole ? '' : ' (there may be more)'}`
  }
  if (knowledge?.kind === 'span' && fact.kind === 'number') {
    const { lo, hi } = knowledge.span
    if (hi - lo === 1) return String(lo)
    return lo <= fact.range.from ? `under ${String(hi)}` : hi > fact.range.to ? `${String(lo)} or more` : `${String(lo)} to ${String(hi - 1)}`
  }
  if (knowledge?.kind === 'span') return harmless(String(said.value))
  if (knowledge?.kind !== 'one' && knowledge?.kind !== 'act') return ''
  const members = [...knowledge.possible]
  return fact.kind === 'yes-no' || fact.kind === 'judgment' ? (members.includes('true') ? 'yes' : 'no') : listed(members.map(label), 'or')
}
