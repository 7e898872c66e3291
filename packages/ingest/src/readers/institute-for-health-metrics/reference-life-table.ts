import { age, figure } from "../../field.ts";
import { csvTable } from "../../published/csv-table.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";
import { schema } from "../../schema.ts";
import { metricsLicence, metricsPublisher } from "./licence.ts";

/**
 * A reference life table of the Global Burden of Disease, typed into two columns: the exact age and the years that are lost by
 * who dies at it.
 *
 * The age 5 is the 5th birthday, and not the band from 5 to 9. The file does not say of which round of the study it is.
 */
export const referenceLifeTableReader: Reader = {
  name: "global-burden-of-disease-reference-life-table",
  title: "Global Burden of Disease, reference life table",
  publisher: metricsPublisher,
  licence: metricsLicence,
  evidence: "modelled",
  recognise({ kind, head }) {
    const ages = head.slice(1, 5).map((line) => line.split(",")[0]!.trim());
    return kind === "text" && head[0]?.trim() === "age,ex" && ages.join() === "0,1,5,10"
      ? "its header is age, ex and its ages begin 0, 1, 5, 10"
      : null;
  },
  parts(file) {
    const cells = csvTable(file);
    return [
      {
        name: "",
        cells: { ...cells, issues: [...cells.issues, ...doesNotFall(cells)] },
        schema: schema({ age: age("age"), expectancy: figure("expectancy", "ex") }),
      },
    ];
  },
};

function doesNotFall({ file, header, rows, lines }: RawTable) {
  const [ageAt, exAt] = [header.indexOf("age"), header.indexOf("ex")];
  if (ageAt === -1 || exAt === -1) return [];
  const sorted = rows
    .map((row, i) => ({ age: Number(row[ageAt]), ex: Number(row[exAt]), line: lines[i]! }))
    .sort((a, b) => a.age - b.age);
  return saidOnce(
    {
      code: "expectancy-does-not-fall",
      severity: "warning",
      file,
      column: "ex",
      fix: "Compare the rows with the published table.",
    },
    sorted.flatMap(({ ex, line }, i) => (i > 0 && ex >= sorted[i - 1]!.ex ? [line] : [])),
    (count) => `the expectation of life is not below that of the age before in ${count}`,
  );
}
