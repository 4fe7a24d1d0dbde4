/** The part of the solver (MiniSat, compiled to JavaScript) that is used here. */
declare module 'logic-solver' {
  export type Formula = string | { readonly type: string }
  export interface Solution {
    readonly evaluate: (formula: Formula) => boolean
  }
  interface Solver {
    readonly require: (...formulas: Formula[]) => void
    readonly solveAssuming: (formula: Formula) => Solution | null
  }
  const Logic: {
    readonly TRUE: Formula
    readonly FALSE: Formula
    readonly Solver: new () => Solver
    readonly and: (formulas: Formula[]) => Formula
    readonly or: (formulas: Formula[]) => Formula
    readonly not: (formula: Formula) => Formula
    readonly equiv: (a: Formula, b: Formula) => Formula
    readonly atMostOne: (formulas: Formula[]) => Formula
    readonly exactlyOne: (formulas: Formula[]) => Formula
    readonly sum: (formulas: Formula[]) => Formula
    readonly constantBits: (n: number) => Formula
    readonly greaterThanOrEqual: (a: Formula, b: Formula) => Formula
    readonly disablingAssertions: <T>(work: () => T) => T
  }
  export default Logic
}
