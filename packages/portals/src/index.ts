export { cacheFolder } from "./cache/index.ts";
export {
  type Cell,
  type CkanOptions,
  type CkanPortal,
  ckanPortal,
  type Dataset,
  type DatastoreField,
  type DatastoreRows,
  type Resource,
  type RowOptions,
} from "./ckan/index.ts";
export {
  type Connection,
  type ConnectionOptions,
  type FetchedFile,
  openConnection,
  type PortalAnswer,
} from "./connection.ts";
export {
  addInput,
  type FetchedInput,
  type FetchedInputs,
  fetchPinned,
  movePins,
  type Portals,
} from "./fetching/index.ts";
export { findOutdated, type Standing } from "./find-outdated.ts";
export { type Lock, lockFileName, lockText, type Pin, readLock, readLockIfAny, writeLock } from "./lock/index.ts";
export type { Offer, Offers, Portal, PortalName } from "./portal.ts";
export {
  type StatisticsDataset,
  type StatisticsOptions,
  type StatisticsPortal,
  statisticsPortal,
} from "./statistics/index.ts";
export type { PoliteOptions } from "./transport/index.ts";
