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
        "data-zone          6976",
        "intermediate-zone  1279",
        "locality           97",
        "council            32",
        "partnership        31",
        "board              14",
        "region             3",
        "country            1",
      ].join("\n"),
    });
  });

  it("lists the areas of a level: code, name, address", async () => {
    const { code, out } = await captured("areas", "--level", "partnership");
    expect(code).toBe(0);
    expect(out.split("\n").length).toBe(31);
    expect(out).toMatch(/^S37000006 +Dumfries and Galloway +dumfries-and-galloway$/m);
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
