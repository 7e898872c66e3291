export { quantileGroup } from "./quantile-group.ts";
