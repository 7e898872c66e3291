import { type Counts, type Keys, keep, parsePeriod, stack, type Table, withKey, withoutKey } from "@popneeds/core";
import { rollUp } from "@popneeds/geography";
import { ratio } from "@popneeds/methods";
import type { Estimate } from "../estimate.ts";
import { estimatesOf } from "../estimates-of.ts";
import type { Setting } from "../setting.ts";
import { withinAreas } from "../within-areas.ts";
import { madeUpOf } from "../zones/made-up-of.ts";

type Place = { readonly area: string; readonly level: string };

/** Users of a service in a quarter for every 1,000 people of the same ages; nothing where no area wanted has users. */
export function usersPerHead(
  users: Table<Keys & Place, Counts>,
  people: Table<Place, Counts>,
  { quarter, age, people: which }: { readonly quarter: string; readonly age: string; readonly people: string },
  setting: Setting,
): readonly Estimate[] {
  const wanted = withinAreas(withMadeUp(users as Table<Place, Counts>, setting), setting);
  if (wanted.length === 0) return [];
  return estimatesOf(withKey(ratio(wanted, people, { per: 1000 }), "period", parsePeriod(quarter)!), {
    method: `people counted in the quarter over ${which}; a full count, so no limits`,
    age,
  });
}

/** The users, and those of areas wanted that are made up of whole councils, added up. */
function withMadeUp(users: Table<Place, Counts>, setting: Setting): Table<Place, Counts> {
  const byCouncil = keep(users, { level: "council" });
  const madeUp = madeUpOf("council", byCouncil.keys.area.values, setting);
  if (madeUp.length === 0) return users;
  const sums = rollUp(withoutKey(byCouncil, "level"), setting.places, madeUp, { from: "council" });
  return stack(users, sums);
}
