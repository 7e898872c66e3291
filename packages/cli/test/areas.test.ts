import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { captured } from "./captured.ts";

describe("popneeds areas", () => {
  it("lists levels and how many areas each has", async () => {
    // 6,976 data zones and 1,279 intermediate zones of 2011; 97 localities in the published look-up; 32 councils, 31
    // partnerships, 14 boards, 3 planning regions, 1 country.
    expect(await captured("areas")).toEqual({
      code: 0,
      err: "",
      out: [
        "data-zone                     6976",
        "intermediate-zone             1279",
        "locality                      97",
        "council                       32",
        "alcohol-and-drug-partnership  30",
        "partnership                   31",
        "board                         14",
        "region                        3",
        "country                       1",
      ].join("\n"),
    });
  });

  it("lists the areas of a level: code, name, address", async () => {
    const { code, out } = await captured("areas", "--level", "partnership");
    expect(code).toBe(0);
    expect(out.split("\n").length).toBe(31);
    expect(out).toMatch(/^S37000006 +Dumfries and Galloway +dumfries-and-galloway$/m);
  });

  it("lists a level under its other names", async () => {
    const councils = (await captured("areas", "--level", "council")).out;
    expect((await captured("areas", "--level", "community-planning-partnership")).out).toBe(councils);
    expect((await captured("areas", "--level", "alcohol-and-drug-partnership")).out).toMatch(
      /^S11000052 +Lanarkshire Alcohol and Drug Partnership +lanarkshire-alcohol-and-drug-partnership$/m,
    );
  });

  it("lists areas of one's own beside the others, and says what is doubtful about them", async () => {
    const folder = mkdtempSync(join(tmpdir(), "popneeds-own-areas-"));
    const file = join(folder, "areas.csv");
    writeFileSync(file, "data_zone,area,name\nS01007481,a,North cluster\nS01007481,b,\nS01007482,b,\n");
    const { code, out, err } = await captured("areas", "--level", "custom", "--areas", file);
    rmSync(folder, { recursive: true });
    expect([code, out]).toEqual([0, "a  North cluster  north-cluster"]);
    expect(err).toContain("1 data zone lies in several areas: S01007481 (North cluster, b)");
  });

  it("prints JSON", async () => {
    const levels = JSON.parse((await captured("areas", "--json")).out);
    expect(levels).toContainEqual({ level: "board", areas: 14 });
    const regions = JSON.parse((await captured("areas", "--level", "region", "--json", "--regions", "2017")).out);
    expect(regions.map(({ code }: { code: string }) => code).sort()).toEqual([
      "region-2017:north",
      "region-2017:south-east-and-tayside",
      "region-2017:west",
    ]);
    expect(Object.keys(regions[0])).toEqual(["code", "level", "name", "address"]);
  });
});
