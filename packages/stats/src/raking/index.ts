export {
  type Fitted,
  type FittingOptions,
  iterativeProportionalFitting,
  type Margin,
} from "./iterative-proportional-fitting.ts";
