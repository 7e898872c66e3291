import { loadPlaces, localitiesOf, type Places } from "@popneeds/geography";
import { openData } from "@popneeds/ingest";
import type { Estimate } from "../src/estimate.ts";
import { catalogue, type Indicator, type Setting } from "../src/index.ts";
import { datasets } from "./raw.ts";

export const data = await openData(datasets);
export const places: Places = await loadPlaces(data);

/** Dumfries and Galloway as partnership, council and board; its region; Scotland; its localities. */
export const area = {
  partnership: "S37000006",
  council: "S12000006",
  board: "S08000017",
  region: "region-later:west",
  country: "S92000003",
} as const;
export const localities: readonly string[] = localitiesOf(places, area.partnership).map(({ code }) => code);

const setting: Setting = {
  places,
  areas: new Set([...Object.values(area), ...localities]),
  partnership: area.partnership,
};
const loaded = new Map<string, Promise<unknown>>();

/** What an indicator gives for Dumfries and Galloway, its localities and what it is compared with. */
export async function computed(id: string): Promise<readonly Estimate[]> {
  const indicator = catalogue.find((known) => known.id === id) as Indicator;
  const tables: Record<string, unknown> = {};
  for (const [key, input] of Object.entries(indicator.inputs)) {
    if (!loaded.has(input.name)) loaded.set(input.name, input.load(data));
    tables[key] = await loaded.get(input.name);
  }
  return indicator.compute(tables, setting);
}

/** The one estimate that a few keys tell; sex, age and category are those of everybody unless said. */
export async function figure(
  id: string,
  keys: { area: string; period?: string; sex?: string; age?: string; category?: string },
): Promise<Estimate> {
  const wanted = { sex: "all", age: "all", category: "", ...keys };
  const found = (await computed(id)).filter(
    (of) =>
      of.area === wanted.area &&
      of.sex === wanted.sex &&
      of.age === wanted.age &&
      of.category === wanted.category &&
      (wanted.period === undefined || of.period.label === wanted.period),
  );
  if (found.length !== 1) throw new Error(`${id}: ${found.length} figures for ${JSON.stringify(keys)}`);
  return found[0]!;
}
