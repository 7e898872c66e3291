import { amount, area, figure, label } from "../field.ts";
import { schema } from "../schema.ts";

/** Indicators of councils as ScotPHO publishes them; the numerator is the mean of a year where years are pooled. */
export const councilProfiles = schema({
  area: area("area"),
  indicator: label("indicator"),
  period: label("period"),
  type: label("type"),
  numerator: amount("count", "numerator", { marks: { "": "not available" } }),
  value: figure("rate", "value", { marks: { "": "not available" } }),
  lower: figure("limit", "lower", { marks: { "": "not available" } }),
  upper: figure("limit", "upper", { marks: { "": "not available" } }),
});
