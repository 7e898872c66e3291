export type { Smoothing } from "./choose-smoothing.ts";
export { modifiedBeersGraduation } from "./modified-beers-graduation.ts";
export { monotoneGraduation } from "./monotone-graduation.ts";
export { ordinaryBeersGraduation } from "./ordinary-beers-graduation.ts";
export { type CompositeLink, type CompositeLinkOptions, penalisedCompositeLink } from "./penalised-composite-link.ts";
export { type CompositeLinkRatesOptions, penalisedCompositeLinkRates } from "./penalised-composite-link-rates.ts";
export { spragueGraduation } from "./sprague-graduation.ts";
export { uniformGraduation } from "./uniform-graduation.ts";
