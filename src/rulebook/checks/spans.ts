import { formatDay } from '../../logic/day.ts'
import type { Interval } from '../../logic/interval.ts'
import type { Dated } from '../span.ts'
import { spansOf } from '../span.ts'
import type { Check, Report } from './check.ts'
import type { Place } from './walk.ts'
import { rootsOf, visits } from './walk.ts'

/** Every span ends after it begins; windows of one thing do not overlap; a parameter has one value a day, without gaps. */
export const spans: Check = (rulebook, report) => {
  for (const root of rootsOf(rulebook)) {
    for (const { node, place } of visits(root)) {
      checkDated(node, place, report)
      for (const [index, cite] of (node.cite ?? []).entries()) checkDated(cite, { file: place.file, path: [...place.path, 'cite', index] }, report)
    }
  }
  for (const option of rulebook.options) checkDated(option, { file: `options/${option.id}/option.yaml`, path: [] }, report)
  for (const line of rulebook.lines) checkDated(line, { file: `lines/${line.id}.yaml`, path: [] }, report)
  for (const parameter of rulebook.parameters) {
    const place = (index: number): Place => ({ file: `parameters/${parameter.id}.yaml`, path: ['values', index] })
    for (const [index, value] of parameter.values.entries()) checkDated(value, place(index), report)
    const windows = parameter.values.flatMap(spansOf)
    checkOverlaps(windows, place(0), report)
    for (const [index, { hi }] of windows.toSorted((a, b) => a.lo - b.lo).entries()) {
      const next = windows.toSorted((a, b) => a.lo - b.lo)[index + 1]
      if (next && next.lo > hi) report('gapped-spans', place(index), { from: formatDay(hi), until: formatDay(next.lo) })
    }
  }
}

const checkDated = (dated: Dated, place: Place, report: Report): void => {
  const windows = spansOf(dated)
  for (const { lo, hi } of windows) if (lo >= hi) report('span-order', { ...place, key: 'until' }, { from: formatDay(lo), until: formatDay(hi) })
  checkOverlaps(windows, place, report)
}

const checkOverlaps = (windows: readonly Interval[], place: Place, report: Report): void => {
  const sorted = windows.toSorted((a, b) => a.lo - b.lo)
  for (const [index, first] of sorted.entries()) {
    const second = sorted[index + 1]
    if (second && second.lo < first.hi) report('overlapping-spans', place, { first: shown(first), second: shown(second) })
  }
}

const shown = ({ lo, hi }: Interval): string => `${Number.isFinite(lo) ? formatDay(lo) : '…'} to ${Number.isFinite(hi) ? formatDay(hi) : '…'}`
