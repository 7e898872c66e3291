export { adjustedProbabilities, type MultiplicityMethod } from "./adjusted-probabilities.ts";
export { type FalseSignals, falseSignals } from "./false-signals.ts";
