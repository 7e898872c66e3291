export { createRandom, type Random, type RandomOptions } from "./create-random.ts";
