export { shareOutCounts } from "./share-out-counts.ts";
