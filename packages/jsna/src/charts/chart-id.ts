import type { FactQuery } from "../facts/fact-store.ts";

/** The id of a chart, made of what it draws; it is an anchor in the page. */
export function chartId(
  kind: string,
  indicator: string,
  { sex, age, category }: Pick<FactQuery, "sex" | "age" | "category">,
): string {
  return [kind, indicator, sex, age, category]
    .filter(Boolean)
    .join("-")
    .replaceAll(/[^\w-]+/g, "-");
}
