import { type Area, describeIssue, type Places, PopneedsError } from "popneeds";
import { aligned } from "../aligned.ts";
import type { Command } from "../command.ts";
import { openDataAt } from "../data-location.ts";
import { Misuse } from "../misuse.ts";
import { placesFor } from "../places-for.ts";

/** Lists levels and areas. */
export const areas: Command = {
  name: "areas",
  summary: "list the levels, and the areas of one",
  positionals: [],
  options: { level: { type: "string" }, regions: { type: "string" }, areas: { type: "string" } },
  help: `popneeds areas

Lists the levels and how many areas each has; with --level, the areas: code, name and address.

  --level <level>      list the areas of this level; other names of levels will do: integration-authority
  --regions <edition>  edition of the NHS planning regions: 2017 or later (default: later)
  --areas <file>       areas of your own beside them: a CSV file with data_zone, area and, if wanted, name
  --data <folder>      folder with datapackage.json (default: datasets)
  --json               print as JSON`,
  async run(args, { out, err }) {
    const data = await openDataAt(args.text("data"));
    const places = await placesFor(data, { regions: args.text("regions"), areas: args.text("areas") });
    for (const issue of places.issues) err(`${issue.severity}: ${describeIssue(issue)}`);
    const level = args.text("level");
    if (level === undefined) {
      const levels = places.levels.map((name) => ({ level: name, areas: places.areasAt(name).length }));
      out(
        args.flag("json") ? JSON.stringify(levels, null, 2) : aligned(levels.map((row) => [row.level, `${row.areas}`])),
      );
      return 0;
    }
    const found = areasAt(places, level);
    out(
      args.flag("json")
        ? JSON.stringify(found, null, 2)
        : aligned(found.map(({ code, name, address }) => [code, name, address])),
    );
    return 0;
  },
};

function areasAt(places: Places, level: string): readonly Area[] {
  try {
    return places.areasAt(level);
  } catch (error) {
    if (!(error instanceof PopneedsError)) throw error;
    throw new Misuse(`Unknown level "${level}"; levels are ${places.levels.join(", ")}.`);
  }
}
