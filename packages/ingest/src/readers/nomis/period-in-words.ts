import { type Period, parsePeriod } from "@popneeds/core";

/** The periods that Nomis writes: `Jan 2004-Dec 2004`, `January 2020`, `2021`; `null` for a text that is none. */
export function periodInWords(text: string): Period | null {
  const run = /^(.+?)\s*(?:-|–|to)\s*([A-Za-z].+)$/.exec(text.trim());
  const months = (run ? [run[1]!, run[2]!] : [text.trim()]).map(monthOf);
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || last.start < first.start) return run ? null : parsePeriod(text);
  return months.length === 1 ? first : { label: `${first.label} to ${last.label}`, start: first.start, end: last.end };
}

const order = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function monthOf(text: string): Period | null {
  const found = /^([a-z]{3})[a-z]* (\d{4})$/i.exec(text.trim());
  const month = found ? order.indexOf(found[1]!.toLowerCase()) + 1 : 0;
  return month === 0 ? null : parsePeriod(`${found![2]}-${String(month).padStart(2, "0")}`);
}
