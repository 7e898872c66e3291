import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { csvRows } from "./csv-rows.ts";
import { datasets, filesIn, runPopneeds } from "./run-popneeds.ts";

const out = mkdtempSync(join(tmpdir(), "popneeds-sentences-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** The column of the tables that a part of a fact stands in. */
const columns = ["value", "lower", "upper", "numerator", "denominator", "per"];

/** A figure as a sentence prints it: `−1,320.5` has one decimal, and may be printed without its sign. */
function printedAs(text: string, figure: number): boolean {
  const decimals = text.split(".")[1]?.length ?? 0;
  const plain = text.replaceAll(",", "").replace("−", "-");
  const signs = plain.startsWith("-") ? [figure] : [figure, -figure];
  // Half of the last printed digit, and what a binary fraction can be off.
  return signs.some((value) => Math.abs(Number(plain) - value) <= 0.5 * 10 ** -decimals + 1e-9);
}

/** Words in which a number is no figure: years, financial years and quarters, bands of ages, levels of confidence. */
const notFigures = [
  /\b(?:19|20)\d{2}(?:\/\d{2})?(?:(?:-| to )(?:19|20)\d{2}(?:\/\d{2})?)?(?: Q[1-4])?\b/g,
  /\b(?:the age of|people over|people under) \d+/g,
  /\b(?:aged?|ages) \d+(?:(?: to |-)\d+|\+| and over)?(?: (?:and|or) \d+(?: to \d+|\+| and over)?)?/g,
  /\b\d+(?: to \d+| and over|\+)(?= (?:and|or) \d)/g,
  /\b9\d(?:\.\d)?%? (?:confidence )?(?:limits|interval)/g,
];

const subjects = [
  "dumfries-and-galloway",
  "S92000003",
  "dumfries-and-galloway/nithsdale",
  "clackmannanshire-and-stirling",
];

describe.each(subjects)("every number in the sentences on the page of %s", (subject) => {
  it("is a figure of the tables, of the row that it names, at the decimals printed", async () => {
    const made = await runPopneeds("profile", subject, "--data", datasets, "--out", out, "--quiet", "--json");
    expect(made.code).toBe(0);
    const files = filesIn((JSON.parse(made.out) as { folder: string }).folder);
    const rows = new Map(
      [...files].flatMap(([name, text]) =>
        name.endsWith(".csv") ? csvRows(text).map((row) => [row["row_id"]!, row] as const) : [],
      ),
    );
    const page = files.get("index.html")!;
    const findings = page.split('<div class="finding">').slice(1);
    const texts = [
      ...findings.map((from) => from.slice(0, from.indexOf("<details"))),
      ...[...page.matchAll(/<figcaption><h([34])>([\s\S]*?)<\/h\1>/g)].map((title) => title[2]!),
    ];
    expect(texts.length).toBeGreaterThan(10);

    let figures = 0;
    for (const text of texts) {
      const cited = [
        ...text.matchAll(
          /<data class="figure" value="([^"]*)" data-row="([^"]*)" data-part="([^"]*)">([^<]*)<\/data>/g,
        ),
      ];
      for (const [, value, id, part, printed] of cited) {
        const row = rows.get(id!);
        expect(row, `${id} is a row of the tables`).toBeDefined();
        expect(columns).toContain(part);
        expect(row![part!], `${part} of ${id}`).toBe(value);
        expect(printedAs(printed!, Number(row![part!])), `${printed} is ${part} of ${id}, ${value}`).toBe(true);
        figures++;
      }
      const uncited = notFigures.reduce(
        (left, pattern) => left.replace(pattern, ""),
        text
          .replace(/<data class="figure"[\s\S]*?<\/data>/g, "")
          .replace(/<[^>]*>/g, " ")
          .replaceAll("&#39;", "'"),
      );
      expect(uncited, uncited).not.toMatch(/\d/);
    }
    expect(figures).toBeGreaterThan(30);
  });
});
