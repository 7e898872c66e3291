export { modifiedBeersGraduation } from "./modified-beers-graduation.ts";
export { monotoneGraduation } from "./monotone-graduation.ts";
export { ordinaryBeersGraduation } from "./ordinary-beers-graduation.ts";
export { spragueGraduation } from "./sprague-graduation.ts";
export { uniformGraduation } from "./uniform-graduation.ts";
