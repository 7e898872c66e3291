import { describe, expect, test } from "vitest";
import { periodInWords } from "../../../src/readers/nomis/period-in-words.ts";

describe("the periods that Nomis writes", () => {
  test.each([
    ["Jan 2004-Dec 2004", "2004-01 to 2004-12", "2004-01-01", "2004-12-31"],
    ["Apr 2004-Mar 2005", "2004-04 to 2005-03", "2004-04-01", "2005-03-31"],
    ["January 2020", "2020-01", "2020-01-01", "2020-01-31"],
    ["2021", "2021", "2021-01-01", "2021-12-31"],
    ["2019-2021", "2019-2021", "2019-01-01", "2021-12-31"],
  ])("%s", (text, label, start, end) => {
    expect(periodInWords(text)).toEqual({ label, start, end });
  });

  test.each(["", "Dec 2004-Jan 2004", "Foo 2004", "Jan 2004-Foo 2004", "latest"])('"%s" is none', (text) => {
    expect(periodInWords(text)).toBeNull();
  });
});
