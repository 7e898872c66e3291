import { category, count, figure, period } from "../../field.ts";
import { schema } from "../../schema.ts";
import { dashboardReader, wholeCountry } from "./dashboard-reader.ts";
import { withNamedTotals } from "./qualified.ts";

const columns = ["financial_year", "sending_location", "option_type", "nclient", "rate"];

/** People with self-directed support by partnership, year and option, and per 1,000 of the population. */
export const phsSelfDirectedSupport = schema({
  areaName: withNamedTotals(category("sending_location", { totals: wholeCountry })),
  period: period("financial_year"),
  option: category("option_type", { totals: ["Any SDS"] }),
  people: count("nclient"),
  perThousand: figure("rate", "rate"),
});

/**
 * Public Health Scotland's self-directed support, of the Insights in Social Care dashboard.
 *
 * A person may choose several options: options sum to more than `Any SDS`, which is held apart and counts each person once.
 */
export const phsSelfDirectedSupportReader = dashboardReader({
  name: "phs-self-directed-support",
  title: "Self-directed support by option",
  columns,
  parts: (cells) => [{ name: "", cells, schema: phsSelfDirectedSupport }],
});
