export { deprivationData2012 } from "./data-2012.ts";
export { deprivationIndicators2016 } from "./indicators-2016.ts";
export { deprivationIndicators2020 } from "./indicators-2020.ts";
export { deprivationRanks2020 } from "./ranks-2020.ts";
