export { type Bodies, type BodiesAtOptions, type Body, bodiesAt, type SingleAuthority } from "./bodies-at.ts";
export { placesAt } from "./places-at.ts";
