export { fromDanfo } from "./from-danfo.ts";
export { toDanfo } from "./to-danfo.ts";
