export { type Avoidance, avoidableDeaths, notOnList } from "./avoidable-deaths.ts";
export { type AvoidableCause, type AvoidableList, type AvoidableListOptions, avoidableList } from "./avoidable-list.ts";
