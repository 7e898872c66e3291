import { calendarYears, type Period, PopneedsError, parsePeriod } from "@popneeds/core";
import type { TableOf } from "@popneeds/ingest";
import { councilProfiles } from "@popneeds/ingest";
import type { Domain } from "./domain.ts";
import { type Indicator, indicator } from "./indicator.ts";
import { type Input, input } from "./input.ts";
import { publishedEstimates } from "./published-estimates.ts";

export interface CouncilProfileWords {
  readonly id: string;
  readonly title: string;
  readonly domain: Domain;
  readonly subject: string;
  readonly meaning: string;
  readonly unit: string;
  readonly counts: string | null;
  readonly per: number | null;
  readonly better: Indicator["better"];
  /** The publisher's own name of the indicator, to the letter. */
  readonly published: string;
  readonly method: string;
  readonly caveats?: readonly string[];
}

type ProfileInput = Input<TableOf<(typeof councilProfiles)["fields"]>>;

const profiles: ProfileInput = input("indicators-scotpho-council", councilProfiles);

/** An indicator that is published for councils only, with limits, one period, and no figure for Scotland. */
export function councilProfile({ published, method, caveats = [], ...words }: CouncilProfileWords): Indicator<{
  readonly profiles: ProfileInput;
}> {
  return indicator({
    ...words,
    certainty: "estimate",
    decimals: 1,
    caveats: [...caveats, "The file has no figure for Scotland, so none is compared with it."],
    inputs: { profiles },
    compute({ profiles: table }, { areas }) {
      const rows = Array.from(table)
        .filter((row) => row.indicator === published && areas.has(row.area))
        .map((row) => ({ ...row, level: "council", period: periodIn(row.period), missing: null }));
      return publishedEstimates(rows, { method: `${method}, as published, 95% limits`, provenance: table.provenance });
    },
  });
}

/**
 * The period in the publisher's words: "2020 to 2022 calendar years; 3-year aggregates", "2020/21 to 2022/23 financial
 * years", "2022/23 school year".
 */
export function periodIn(words: string): Period {
  const run = /(\d{4}\/\d{2})\s*to\s*(\d{4}\/\d{2})/.exec(words);
  if (run) {
    const [first, last] = [parsePeriod(run[1]!)!, parsePeriod(run[2]!)!];
    return { label: `${first.label} to ${last.label}`, start: first.start, end: last.end };
  }
  const years = /(\d{4})\s*(?:to|-)\s*(\d{4})/.exec(words);
  if (years) return calendarYears(Number(years[1]), Number(years[2]));
  const one = parsePeriod(/\d{4}(\/\d{2})?/.exec(words)?.[0] ?? "");
  if (one) return one;
  throw new PopneedsError({
    code: "unknown-period",
    message: `a period must name its years; found "${words}"`,
    fix: "Write the period as 2022, 2022/23 or 2020 to 2022.",
  });
}
