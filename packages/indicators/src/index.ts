export { catalogue } from "./catalogue.ts";
export { type Domain, domains } from "./domain.ts";
export type { Estimate } from "./estimate.ts";
export { estimatesOf } from "./estimates-of.ts";
export { horizons } from "./horizons.ts";
export { type Indicator, indicator } from "./indicator.ts";
export { type Input, type Inputs, input, type TablesOf } from "./input.ts";
export { baseYear } from "./projected-people.ts";
export type { Setting } from "./setting.ts";
