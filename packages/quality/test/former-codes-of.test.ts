import { createPlaces } from "@popneeds/geography";
import { describe, expect, it } from "vitest";
import { formerCodesOf } from "../src/former-codes-of.ts";

const council = (code: string) => ({ code, level: "council", name: code, address: code });

/** Synthetic: Fife had another code until 2018, Glasgow until 2019, Moray has always had its own; Leith's days are not known. */
const places = createPlaces({
  levels: ["council"],
  areas: ["fife-2", "glasgow-2", "moray", "leith-2"].map(council),
  links: [],
  formerCodes: [
    { code: "fife-1", current: "fife-2", enacted: "1996-04-01", archived: "2018-02-01" },
    { code: "fife-2", current: "fife-2", enacted: "2018-02-02", archived: null },
    { code: "glasgow-1", current: "glasgow-2", enacted: "1996-04-01", archived: "2011-03-31" },
    { code: "glasgow-1", current: "glasgow-2", enacted: "2011-04-01", archived: "2019-03-31" },
    { code: "glasgow-2", current: "glasgow-2", enacted: "2019-04-01", archived: null },
    { code: "moray", current: "moray", enacted: "1996-04-01", archived: null },
    { code: "leith-1", current: "leith-2", enacted: null, archived: null },
  ],
});

describe("formerCodesOf", () => {
  it("says nothing of codes in force, or of codes that nobody knows", () => {
    expect(formerCodesOf(["fife-2", "glasgow-2", "moray", "elsewhere"], places)).toEqual({ mixed: [], former: [] });
    expect(formerCodesOf([], places)).toEqual({ mixed: [], former: [] });
  });

  it("knows codes that were in force together, and when", () => {
    expect(formerCodesOf(["fife-2", "glasgow-1", "moray"], places)).toEqual({
      mixed: [],
      former: ["council: glasgow-1 is now glasgow-2; the codes as they were from 2018-02-02 to 2019-03-31"],
    });
  });

  it("finds codes that were never in force together", () => {
    expect(formerCodesOf(["fife-1", "glasgow-2", "moray"], places)).toEqual({
      mixed: ["council: on no day were all codes in force: fife-1 until 2018-02-01, glasgow-2 from 2019-04-01"],
      former: [],
    });
  });

  it("finds an area under two of its codes, whatever is known of their days", () => {
    expect(formerCodesOf(["leith-1", "leith-2"], places).mixed).toEqual([
      "council: leith-1 stands beside leith-2, which the area has now",
    ]);
    expect(formerCodesOf(["leith-1", "moray"], places).former).toEqual(["council: leith-1 is now leith-2"]);
  });
});
