import type { TableSource } from "./data-table.ts";

/** Names of the publishers, as they are credited. */
export const PHS = "Public Health Scotland";
export const NRS = "National Records of Scotland";
export const SCOTTISH_GOVERNMENT = "Scottish Government";

/** A data set of the NHS Scotland open data portal by its page name. */
export function openData(title: string, page: string): TableSource {
  return { title, organisation: PHS, path: `https://www.opendata.nhs.scot/dataset/${page}` };
}
