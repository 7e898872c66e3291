export { betaDraw } from "./beta-draw.ts";
export { binomialDraw } from "./binomial-draw.ts";
export { createRandom, type Random, type RandomOptions } from "./create-random.ts";
export { dirichletDraw } from "./dirichlet-draw.ts";
export { gammaDraw } from "./gamma-draw.ts";
export { poissonDraw } from "./poisson-draw.ts";
export { poissonDrawer } from "./poisson-drawer.ts";
