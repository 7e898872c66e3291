import { expect, test } from "vitest";
import { periodOfCode } from "../../../src/readers/statistics-gov-scot/period-of-code.ts";

test.each([
  ["2017", "2017", "2017-01-01", "2017-12-31"],
  ["2012-2015", "2012-2015", "2012-01-01", "2015-12-31"],
  ["2014/2015", "2014/15", "2014-04-01", "2015-03-31"],
  ["2012/2013-2014/2015", "2012/13 to 2014/15", "2012-04-01", "2015-03-31"],
  ["2016-Q1", "2016Q1", "2016-01-01", "2016-03-31"],
  ["2016-04", "2016-04", "2016-04-01", "2016-04-30"],
])("%s", (code, label, start, end) => {
  expect(periodOfCode(code)).toEqual({ label, start, end });
});

test.each(["", "2014/2016", "2014/2015-2012/2013", "2015-2012", "2012/2014-2014/2015", "now"])(
  '"%s" is none',
  (code) => {
    expect(periodOfCode(code)).toBeNull();
  },
);
