export { fromArquero } from "./from-arquero.ts";
export { toArquero } from "./to-arquero.ts";
