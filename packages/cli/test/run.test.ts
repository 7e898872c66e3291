import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { captured } from "./captured.ts";

describe("popneeds", () => {
  it("alone prints how it is used, and exits 2", async () => {
    const { code, out } = await captured();
    expect(code).toBe(2);
    expect(out).toMatchInlineSnapshot(`
      "popneeds: from published CSVs to the needs assessment of an area

        popneeds profile   make the needs assessment of an area
        popneeds explain   print how a figure came to be, from the output back to its files
        popneeds areas     list the levels, and the areas of one
        popneeds check     look at a file: what it is worth, or a draft of how to read it
        popneeds read      read a file as its publisher gave it out, and write it as tidy CSV
        popneeds fetch     fetch a file from an open-data portal and pin it; or all that is pinned
        popneeds outdated  list the pinned files that have a newer edition

      popneeds <command> --help says more."
    `);
  });

  it.each(["help", "--help", "-h"])("%s prints the same and exits 0", async (word) => {
    expect(await captured(word)).toEqual({ ...(await captured()), code: 0 });
  });

  it.each(["--version", "-v"])("%s prints the version of the package", async (word) => {
    const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    expect(await captured(word)).toEqual({ code: 0, out: version, err: "" });
  });

  it("refuses an unknown command, naming those there are", async () => {
    const { code, err, out } = await captured("profiel", "fife");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatchInlineSnapshot(`
      "Unknown command "profiel".

      popneeds: from published CSVs to the needs assessment of an area

        popneeds profile   make the needs assessment of an area
        popneeds explain   print how a figure came to be, from the output back to its files
        popneeds areas     list the levels, and the areas of one
        popneeds check     look at a file: what it is worth, or a draft of how to read it
        popneeds read      read a file as its publisher gave it out, and write it as tidy CSV
        popneeds fetch     fetch a file from an open-data portal and pin it; or all that is pinned
        popneeds outdated  list the pinned files that have a newer edition

      popneeds <command> --help says more."
    `);
  });

  it.each(["profile", "explain", "areas", "check"])("%s --help exits 0 and names every option", async (command) => {
    const { code, out } = await captured(command, "--help");
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^popneeds ${command}`));
    expect(out).toContain("--json");
  });
});

describe("misuse exits with 2 and says what to write", () => {
  it.each([
    ["an unknown option", ["profile", "fife", "--outt", "x"]],
    ["an option without its value", ["profile", "fife", "--out"]],
    ["a value for an option that takes none", ["areas", "--json=yes"]],
    ["no area", ["profile"]],
    ["two areas", ["profile", "fife", "moray"]],
    ["an argument too many", ["areas", "board"]],
    ["no row", ["explain"]],
    ["an unknown level of areas", ["areas", "--level", "ward"]],
    ["an unknown level of a profile", ["profile", "fife", "--level", "ward"]],
    ["an unknown edition of regions", ["areas", "--regions", "2050"]],
    ["an unknown area", ["profile", "dumfrise"]],
    ["a name that may be several areas", ["profile", "troon"]],
    ["an area that is not of the level", ["profile", "nithsdale", "--level", "board"]],
    ["a threshold that is none", ["profile", "fife", "--suppress-below", "few"]],
    ["a folder without data", ["areas", "--data", "no/such/folder"]],
    ["two ways to check", ["check", "x.csv", "--schema", "home-care", "--reader", "phs-population"]],
    ["an unknown schema", ["check", "x.csv", "--schema", "deaths"]],
    ["an unknown encoding", ["check", "x.csv", "--schema", "home-care", "--encoding", "latin"]],
    ["a delimiter of two marks", ["check", "x.csv", "--schema", "home-care", "--delimiter", ";;"]],
    ["no output to explain from", ["explain", "x", "--out", "no/such/folder"]],
    ["a folder that is no output", ["explain", "x", "--in", "no/such/folder"]],
  ])("%s", async (_, args) => {
    const { code, out, err } = await captured(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatchSnapshot();
  });
});
