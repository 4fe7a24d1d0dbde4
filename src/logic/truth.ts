/**
 * The three values of a test, the classes of openness, and the statuses they make.
 * The tables are the whole logic: strong Kleene (Kleene 1952, section 64), with a rank among the open classes.
 */

/** What is known of a test: surely so, surely not so, or still open. */
export type Truth = 'true' | 'false' | 'unknown'

/** Why something is open. The rank says whose step is nearest: ask, then assess, then wait. */
export type Openness = 'agency' | 'judgment' | 'unknown'

/** What is known of a criterion. */
export type Status = 'met' | 'not-met' | Openness

const ALL: Record<Status, Record<Status, Status>> = {
  met: { met: 'met', agency: 'agency', judgment: 'judgment', unknown: 'unknown', 'not-met': 'not-met' },
  agency: { met: 'agency', agency: 'agency', judgment: 'judgment', unknown: 'unknown', 'not-met': 'not-met' },
  judgment: { met: 'judgment', agency: 'judgment', judgment: 'judgment', unknown: 'unknown', 'not-met': 'not-met' },
  unknown: { met: 'unknown', agency: 'unknown', judgment: 'unknown', unknown: 'unknown', 'not-met': 'not-met' },
  'not-met': { met: 'not-met', agency: 'not-met', judgment: 'not-met', unknown: 'not-met', 'not-met': 'not-met' },
}

const ANY: Record<Status, Record<Status, Status>> = {
  met: { met: 'met', agency: 'met', judgment: 'met', unknown: 'met', 'not-met': 'met' },
  agency: { met: 'met', agency: 'agency', judgment: 'judgment', unknown: 'unknown', 'not-met': 'agency' },
  judgment: { met: 'met', agency: 'judgment', judgment: 'judgment', unknown: 'unknown', 'not-met': 'judgment' },
  unknown: { met: 'met', agency: 'unknown', judgment: 'unknown', unknown: 'unknown', 'not-met': 'unknown' },
  'not-met': { met: 'met', agency: 'agency', judgment: 'judgment', unknown: 'unknown', 'not-met': 'not-met' },
}

const NOT: Record<Status, Status> = {
  met: 'not-met',
  agency: 'agency',
  judgment: 'judgment',
  unknown: 'unknown',
  'not-met': 'met',
}

/** The status of a conjunction of `children`; of none: `met`. */
export const all = (children: Iterable<Status>): Status => {
  let status: Status = 'met'
  for (const child of children) status = ALL[status][child]
  return status
}

/** The status of a disjunction of `children`; of none: `not-met`. */
export const any = (children: Iterable<Status>): Status => {
  let status: Status = 'not-met'
  for (const child of children) status = ANY[status][child]
  return status
}

/** The status of a negation, and of a bar. */
export const not = (child: Status): Status => NOT[child]

/** The status of "at least `count` of `children`"; where it is open, the highest class among the open children. */
export const atLeast = (count: number, children: readonly Status[]): Status => {
  const met = children.filter((child) => child === 'met').length
  const open = children.filter(isOpen)
  if (met >= count) return 'met'
  if (met + open.length < count) return 'not-met'
  return any(open)
}

/** The status of a leaf: settled by its truth, else open with the class of its fact. */
export const statusOf = (truth: Truth, openness: Openness): Status => {
  switch (truth) {
    case 'true':
      return 'met'
    case 'false':
      return 'not-met'
    case 'unknown':
      return openness
  }
}

/** Is something still to be learned, assessed or decided? */
export const isOpen = (status: Status): status is Openness => status !== 'met' && status !== 'not-met'
