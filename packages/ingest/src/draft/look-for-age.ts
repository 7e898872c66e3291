import { type Age, type Issue, parseAge } from "@popneeds/core";
import { counted, firstQuoted } from "./doubt.ts";
import { lineOfValue, rowsHolding, wordsOf } from "./raw-columns.ts";
import { type LookFor, qualified, type Seen } from "./seeming.ts";

/** Words by which publishers mark a total. */
export const totalWords =
  /^(all( (ages|areas|causes|deaths|people|persons|sexes|types|reasons|specialties))?|(grand |sub-?)?total( .*)?|persons|both( sexes)?|everyone|scotland)$/i;

/** What Excel makes of 5-9 and of 10-14. */
const dated =
  /^(\d{1,2}-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2})$/i;

/** Looks for ages and bands of ages. */
export const lookForAge: LookFor = (seen) => {
  const { column, doubt, rows } = seen;
  const words = wordsOf(column.header);
  const header =
    /\b(ages?|aged|age ?(groups?|bands?|ranges?))( (in )?(years?|names?|labels?))?$/.test(words) &&
    !/\ball ages?\b/.test(words);
  const filled = column.values.filter((text) => text !== "");
  const ages = filled.flatMap((text) => {
    const age = parseAge(text);
    return age ? [{ text, age }] : [];
  });
  const totals = filled.filter((text) => totalWords.test(text) && parseAge(text) === null);
  const others = filled.filter((text) => parseAge(text) === null && !totals.includes(text));
  const banded = ages.filter(({ text }) => /[-–+<]|plus|over|under| to /i.test(text)).length;
  const impossible = ages.some(({ age }) => age.from > 120);
  if (ages.length === 0 || impossible || (!header && (banded < ages.length / 2 || banded < 2 || others.length > 0)))
    return null;
  const odd = rowsHolding(column, others);
  if (odd > rows * 0.3) return null;
  const where = { column: column.header };
  return {
    seems: "age",
    what:
      banded > 0
        ? `bands of ages such as ${ages.find(({ text }) => /[-–+<]|plus|over|under| to /i.test(text))!.text}`
        : `single years of age, ${range(ages.map(({ age }) => age))}`,
    confidence: others.length > 0 ? "unsure" : header ? "sure" : "likely",
    name: "age",
    field: {
      field: "age",
      header: column.header,
      ...(totals.length > 0 ? { totals } : {}),
      ...qualified(seen),
    },
    doubts: [
      ...(totals.length > 0
        ? [
            doubt(
              "note",
              "total-among-parts",
              `${column.header}: a total among its parts: ${firstQuoted(totals)} in ${counted(
                rowsHolding(column, totals),
                "row",
              )}, declared as a total, so that nobody is counted twice`,
              "Nothing to do.",
              where,
            ),
          ]
        : []),
      ...overlaps(ages, seen),
      ...(others.length > 0
        ? [
            doubt(
              "warning",
              "other-ages",
              `${column.header}: ${counted(odd, "row")} with ${firstQuoted(others)}, which is no age: refused when the file is read`,
              others.some((text) => dated.test(text))
                ? "Excel has turned bands of ages into dates: 05-Sep was 5-9, Oct-14 was 10-14. Restore them from a file that was never opened in Excel."
                : "Say what it stands for, if it is a total by totals; or take such rows out.",
              { ...where, line: lineOfValue(column, others[0]!), found: others[0]! },
            ),
          ]
        : []),
    ],
  };
};

/** Bands that hold the same ages twice, which a sum would count twice. */
function overlaps(
  ages: readonly { readonly text: string; readonly age: Age }[],
  { column, doubt }: Seen,
): readonly Issue[] {
  const sorted = [...ages].sort((a, b) => a.age.from - b.age.from || b.age.to - a.age.to);
  const twice = sorted.flatMap((next, i) => {
    const before = sorted.slice(0, i).find(({ age }) => age.to > next.age.from && age.from <= next.age.from);
    return before ? [`${before.text} and ${next.text}`] : [];
  });
  if (twice.length === 0) return [];
  return [
    doubt(
      "warning",
      "overlapping-ages",
      `${column.header}: bands hold the same ages twice: ${twice.slice(0, 3).join("; ")}${twice.length > 3 ? ` and ${twice.length - 3} more` : ""}`,
      "Never sum over all of them: keep the bands that belong together, or declare the larger one by totals.",
      { column: column.header },
    ),
  ];
}

function range(ages: readonly Age[]): string {
  const sorted = [...ages].sort((a, b) => a.from - b.from);
  return `${sorted[0]!.label} to ${sorted.at(-1)!.label}`;
}
