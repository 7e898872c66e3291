import type { Hierarchy } from "./hierarchy.ts";
import { tidyName } from "./slug.ts";

/** Names other than the official one that publishers print or people type, by the official name. */
export const COUNCIL_NAMES: Readonly<Record<string, readonly string[]>> = {
  "Aberdeen City": ["Aberdeen", "City of Aberdeen"],
  "Argyll and Bute": ["Argyll"],
  Clackmannanshire: ["Clacks"],
  "City of Edinburgh": ["Edinburgh", "Edinburgh City", "Edinburgh, City of", "The City of Edinburgh"],
  "Dumfries and Galloway": ["D and G", "D&G"],
  "Dundee City": ["Dundee", "City of Dundee"],
  "Glasgow City": ["Glasgow", "City of Glasgow"],
  Highland: ["The Highlands", "Highlands"],
  "Na h-Eileanan Siar": [
    "Western Isles",
    "Eilean Siar",
    "Na h-Eileanan an Iar",
    "Comhairle nan Eilean Siar",
    "Outer Hebrides",
  ],
  "Orkney Islands": ["Orkney"],
  "Scottish Borders": ["Borders", "The Scottish Borders"],
  "Shetland Islands": ["Shetland"],
};

/** The same for the two partnerships whose names are not their council's. */
export const PARTNERSHIP_NAMES: Readonly<Record<string, readonly string[]>> = {
  "Clackmannanshire and Stirling": [
    "Stirling and Clackmannanshire",
    "Clacks and Stirling",
    "Stirling and Clacks",
    "Clackmannanshire/Stirling",
  ],
  Edinburgh: ["City of Edinburgh", "Edinburgh City", "Edinburgh, City of", "The City of Edinburgh"],
  "Western Isles": [
    "Na h-Eileanan Siar",
    "Eilean Siar",
    "Na h-Eileanan an Iar",
    "Comhairle nan Eilean Siar",
    "Outer Hebrides",
  ],
};

/** Locality names of other publications, by the name in the look-up, where blanks and & are not the only difference. */
export const LOCALITY_NAMES: Readonly<Record<string, readonly string[]>> = {
  "Islay and Jura": ["Islay Jura and Colonsay", "Islay, Jura and Colonsay"],
  "Mull, Iona, Coll, Tiree and Colonsay": ["Mull Iona Coll and Tiree", "Mull, Iona, Coll and Tiree"],
  "Oban, Lorn and the Inner Isles": ["Oban and Lorn"],
  "West Renfrewshire": ["Renfrewshire West"],
};

/** Finds a council's code by any of its names. */
export function councilFinder(hierarchy: Hierarchy): (name: string) => string | undefined {
  const codes = new Map<string, string>();
  for (const [code, { name }] of hierarchy.councils)
    for (const known of [name, ...(COUNCIL_NAMES[name] ?? [])]) codes.set(tidyName(known), code);
  return (name) => codes.get(tidyName(name));
}

/** Finds a board's code by its name, with or without NHS. */
export function boardFinder(hierarchy: Hierarchy): (name: string) => string | undefined {
  const codes = new Map([...hierarchy.boards].map(([code, name]) => [name.replace(/^NHS /, ""), code]));
  return (name) => codes.get(tidyName(name).replace(/^NHS /, ""));
}
