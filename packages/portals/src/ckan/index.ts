export { type CkanOptions, type CkanPortal, ckanPortal } from "./ckan-portal.ts";
export type { Dataset } from "./dataset.ts";
export type { Cell, DatastoreField, DatastoreRows, RowOptions } from "./datastore.ts";
export type { Resource } from "./resource.ts";
