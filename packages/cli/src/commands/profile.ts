import { join } from "node:path";
import {
  assess,
  describeIssue,
  type Issue,
  needsSummary,
  type Places,
  PopneedsError,
  release,
  writeAssessment,
} from "popneeds";
import type { Command, Streams } from "../command.ts";
import { openDataAt } from "../data-location.ts";
import { Misuse } from "../misuse.ts";
import { placesFor } from "../places-for.ts";

/** Makes the needs assessment of an area. */
export const profile: Command = {
  name: "profile",
  summary: "make the needs assessment of an area",
  positionals: ["<area>"],
  options: {
    level: { type: "string" },
    out: { type: "string" },
    regions: { type: "string" },
    localities: { type: "string" },
    areas: { type: "string" },
    "suppress-below": { type: "string" },
  },
  help: `popneeds profile <area>

Makes the needs assessment of an area and writes it to out/<area>/: index.html, tables/*.csv, provenance.json.

<area> is a code, a name, an alias or an address: S37000006, "Dumfries & Galloway", dumfries-and-galloway/nithsdale.
Where one name is a partnership, a council and a board, the partnership is meant; --level chooses.

  --level <level>          partnership, council, board, region, country or locality; custom with --areas
  --data <folder>          folder with datapackage.json (default: datasets)
  --out <folder>           where to write (default: out)
  --regions <edition>      edition of the NHS planning regions: 2017 or later (default: later)
  --localities <file>      your own localities: a CSV file with data_zone, locality and name
  --areas <file>           areas of your own: a CSV file with data_zone, area and, if wanted, name
                           an area that holds the one profiled whole is compared with it
  --suppress-below <n>     withhold counts of people above 0 and below n (default: 5; 1 withholds nothing)
  --json                   print the result as JSON
  --quiet                  no progress

A run that fails leaves an earlier output as it was.`,
  async run(args, streams) {
    const say = args.flag("quiet") ? () => {} : streams.err;
    const suppressBelow = threshold(args.text("suppress-below"));
    const data = await openDataAt(args.text("data"));
    const places = await placesFor(data, {
      regions: args.text("regions"),
      localities: args.text("localities"),
      areas: args.text("areas"),
    });
    const area = args.positionals[0]!;
    const level = args.text("level");
    known(places, area, level);
    const { profile: made, folder } = await assess(data, area, { ...(level ? { level } : {}), places, progress: say });
    const released = release({ profile: made, needs: needsSummary(made) }, { suppressBelow });
    const target = join(args.text("out") ?? "out", folder);
    say("writing");
    const files = await writeAssessment(released, target);
    warn([...places.issues.filter(({ severity }) => severity === "note"), ...made.issues], streams);
    const rows = made.facts.length;
    if (args.flag("json"))
      streams.out(
        JSON.stringify(
          { area: made.area, folder: target, rows, withheld: released.withheld.facts, issues: made.issues, files },
          null,
          2,
        ),
      );
    else
      streams.out(
        `${made.area.name}: ${rows.toLocaleString("en-GB")} figures, ${made.localities.length} localities, ${released.withheld.facts} withheld\n${join(target, "index.html")}`,
      );
    return 0;
  },
};

/** An unknown area or level is misuse, found before anything is computed. */
function known(places: Places, area: string, level: string | undefined): void {
  try {
    places.find(area, { level });
  } catch (error) {
    if (error instanceof PopneedsError) throw new Misuse(error.message);
    throw error;
  }
}

function threshold(text: string | undefined): number {
  const value = Number(text ?? "5");
  if (!Number.isInteger(value) || value < 1)
    throw new Misuse(`--suppress-below takes a whole number, 1 or more; got "${text}".`);
  return value;
}

function warn(issues: readonly Issue[], { err }: Streams): void {
  for (const issue of issues) err(`${issue.severity}: ${describeIssue(issue)}`);
}
