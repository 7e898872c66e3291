import { parseAge } from "@popneeds/core";
import { age, category, type KeyField, sex } from "../../field.ts";

/** The words by which statistics.gov.scot marks a total in any dimension. */
const totals = ["All", "All Ages", "All ages", "All People", "All people", "Both", "Persons", "Total"];

/** The name that a dimension's key gets: `SIMD quintiles` is `quintile`, `Type Of Tenure` is `typeOfTenure`. */
export function nameOfDimension(header: string): string {
  const plain = header
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
  if (plain === "sex" || plain === "gender") return "sex";
  if (/^age( group| band)?s?$/.test(plain)) return "age";
  if (/simd quintiles?$/.test(plain)) return "quintile";
  if (/simd deciles?$/.test(plain)) return "decile";
  if (/ indicator$/.test(plain)) return "indicator";
  const name = plain.replaceAll(/ ([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return ["area", "period", "value", "lower", "upper"].includes(name) ? `${name}Dimension` : name;
}

/** The key of a dimension, its totals declared. Ages are bands where any cell is one; else they are words. */
export function dimension(header: string, cells: readonly string[]): KeyField {
  const name = nameOfDimension(header);
  if (name === "sex")
    return sex(header, { Female: "female", Females: "female", Male: "male", Males: "male" }, { totals });
  if (name === "age" && cells.some((text) => parseAge(text))) return age(header, { totals });
  return category(header, { totals });
}
