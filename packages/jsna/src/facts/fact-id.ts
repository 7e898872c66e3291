/** What a row id is made of. */
export interface FactKeys {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly sex: string;
  readonly age: string;
  readonly category: string;
}

/**
 * The id of a row, made of its keys alone, so that the same figure has the same id in every run.
 *
 * @example
 * factId({ indicator: "life-expectancy-at-birth", area: "S12000006", period: "2019-2021", sex: "male", age: "all", category: "" })
 * // "life-expectancy-at-birth/S12000006/2019-2021/male"
 */
export function factId({ indicator, area, period, sex, age, category }: FactKeys): string {
  return [indicator, area, period, sex === "all" ? "" : sex, age === "all" ? "" : `age-${age}`, category]
    .filter((part) => part !== "")
    .map(slug)
    .join("/");
}

function slug(text: string): string {
  return text
    .replaceAll("+", "-and-over")
    .replaceAll("/", "-")
    .replaceAll(/[^\p{L}\p{N}:.-]+/gu, "-")
    .replaceAll(/-{2,}/g, "-")
    .replaceAll(/^-|-$/g, "");
}
