export { combineDraws, type DrawnResult, sumDraws } from "./combine-draws.ts";
export { type DrawnFrom, type Draws, type DrawsOfOptions, drawsOf } from "./draws-of.ts";
export { type RankDrawsOptions, type RankMeasures, rankDraws } from "./rank-draws.ts";
export { rankProbabilities, type SummaryOfDraws, summariseDraws } from "./summarise-draws.ts";
export { type WeighDrawsOptions, weighDraws } from "./weigh-draws.ts";
