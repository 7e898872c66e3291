export { type RankMeasures, type RanksOptions, ranks } from "./ranks.ts";
