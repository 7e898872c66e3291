import { type Period, parsePeriod } from "@popneeds/core";

/**
 * The period that ScotPHO puts into words: `2019/20 to 2021/22 financial years; 3-year aggregates`, `4-year aggregate (2014 -
 * 2017)`, `2022/23 school year`, `2021 July snapshot`, `31st March 2014 snapshot`, `2021 mid-year estimate`; `null` for a text
 * that is none.
 *
 * A year like 2022/23 runs from April, or in a school year from August. A snapshot with a month is that month. The label is
 * what the days say, not the words: a survey year and a calendar year are the same days.
 */
export function periodInWords(text: string): Period | null {
  const plain = text.toLowerCase();
  const years = [...plain.matchAll(/(?<!\d)\d{4}(?:\/(?:\d{4}|\d{2}))?(?![\d/])/g)].map(([year]) => year);
  if (years.length === 0 || years.length > 2) return null;
  const whole = years.map((year) => parsePeriod(year));
  const [first, last] = [whole[0], whole.at(-1)];
  if (!first || !last || last.start < first.start || years.some((year) => year.length !== years[0]!.length))
    return null;
  if (years[0]!.length > 4) return split(first, last, /school/.test(plain) ? 8 : 4);
  if (/mid-?year/.test(plain)) return years.length === 1 ? parsePeriod(`${years[0]}-06-30`) : null;
  const named = [...plain.matchAll(months)].map(([month]) => order.indexOf(month.slice(0, 3)) + 1);
  if (named.length > 0) return ofMonths(years, named, /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+(?=[a-z])/.exec(plain)?.[1]);
  return parsePeriod(years.length === 1 ? years[0]! : `${years[0]}-${years[1]}`);
}

const order = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const months =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/g;

/** Years that run over the turn of the year, from a month of the first to the month before of the last. */
function split(first: Period, last: Period, month: number): Period {
  if (month === 4)
    return first === last || first.label === last.label ? first : run(`${first.label} to ${last.label}`, first, last);
  const from = Number(first.start.slice(0, 4));
  const to = Number(last.end.slice(0, 4));
  const label = first.label === last.label ? first.label : `${first.label} to ${last.label}`;
  return { label: `${label} school year`, start: `${from}-08-01`, end: `${to}-07-31` };
}

function ofMonths(years: readonly string[], named: readonly number[], day: string | undefined): Period | null {
  if (named.length !== 1 && named.length !== years.length) return null;
  const two = (number: number) => String(number).padStart(2, "0");
  const texts = years.map((year, i) => `${year}-${two(named[i] ?? named[0]!)}`);
  if (day !== undefined) return years.length === 1 ? parsePeriod(`${texts[0]}-${two(Number(day))}`) : null;
  const [first, last] = [parsePeriod(texts[0]!), parsePeriod(texts.at(-1)!)];
  if (!first || !last) return null;
  return texts.length === 1 ? first : run(`${first.label} to ${last.label}`, first, last);
}

function run(label: string, first: Period, last: Period): Period {
  return { label, start: first.start, end: last.end };
}
