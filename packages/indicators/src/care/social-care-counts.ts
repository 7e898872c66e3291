import { keep, only, sumOver } from "@popneeds/core";
import type { careHomeResidents, homeCare, homeCareByLocality, TableOf } from "@popneeds/ingest";

type Clients = TableOf<(typeof homeCare)["fields"]>;
type LocalClients = TableOf<(typeof homeCareByLocality)["fields"]>;
type Residents = TableOf<(typeof careHomeResidents)["fields"]>;

/** People receiving home care in one quarter, in the given bands of ages together, by area. */
export function homeCareClients(table: Clients, quarter: string, ages: readonly string[]) {
  return sumOver(only(inQuarter(table, quarter, ages), "people"), "ages", "period");
}

/** People receiving home care in one quarter, in the given bands of ages together, by locality. */
export function localHomeCareClients(table: LocalClients, quarter: string, ages: readonly string[]) {
  const known = keep(table, { area: (area) => area !== "" });
  return sumOver(
    only(inQuarter(known, quarter, ages), "people"),
    "ages",
    "period",
    "partnership",
    "council",
    "localityName",
  );
}

/** Residents of care homes in one quarter, in the given bands of ages together, by area. */
export function residentsOfCareHomes(table: Residents, quarter: string, ages: readonly string[]) {
  const all = keep(table, { stay: "All Stays" });
  return sumOver(only(inQuarter(all, quarter, ages), "people"), "ages", "stay", "period");
}

function inQuarter<T extends Clients | LocalClients | Residents>(
  table: T,
  quarter: string,
  ages: readonly string[],
): T {
  return keep(table as Clients, {
    period: ({ label }) => label === quarter,
    ages: (age) => ages.includes(age),
  }) as unknown as T;
}
