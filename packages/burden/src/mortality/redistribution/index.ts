export {
  type Redistribution,
  type RedistributionOptions,
  redistributeDeaths,
} from "./redistribute-deaths.ts";
export type {
  FixedPackage,
  ProportionalPackage,
  RedistributionPackage,
  RedistributionShare,
} from "./redistribution-package.ts";
