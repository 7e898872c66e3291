import type { Indicator } from "@popneeds/indicators";
import type { Brief } from "./brief.ts";
import type { Gap } from "./profile.ts";

/** A gap that indicators would fill if a user brought their table; it is named once, in place of their titles. */
interface KnownGap extends Gap {
  readonly filledBy?: readonly string[];
}

/** What the open files used here do not hold for anyone. */
const known: readonly KnownGap[] = [
  {
    what: "Deaths by cause below Scotland",
    why: "Not in the open files used here. They are to be had from National Records of Scotland (Vital Events) or, by data zone, on request.",
  },
  {
    what: "Years lived with disability, and so the whole burden of disease",
    why: "They need the prevalence of conditions. The result files of the Scottish Burden of Disease study are not among the files used here. A burden table that you add to the data folder fills the gap for the areas that it holds.",
    filledBy: ["years-lived-with-disability", "disability-adjusted-life-years"],
  },
  {
    what: "Long-term conditions by diagnosis, hospital stays and bed days by locality",
    why: "They are made from records linked inside Public Health Scotland and are not open.",
  },
  {
    what: "Experience of care, carers, learning disability, sensory loss, homelessness by locality",
    why: "No open file used here reaches the area. The views of people who use services stand beside these figures, and are not replaced by them.",
  },
  {
    what: "Life expectancy after 2016-2018 with a figure for Scotland, and at 65",
    why: "The published series used here ends there, and holds age 0 only.",
  },
  {
    what: "Projections later than the 2018-based for partnerships",
    why: "The 2022-based projection used here is of Scotland only; the editions are not mixed.",
  },
];

/** What is not in the assessment of this area, and why. */
export function gapsOf(
  brief: Brief,
  catalogue: readonly Indicator[],
  withoutLocalities: string | null,
): readonly Gap[] {
  const codes = new Set(brief.twins.map(({ code }) => code));
  const found = new Set(
    brief.facts
      .all()
      .filter(({ area, value }) => codes.has(area) && value !== null)
      .map(({ indicator }) => indicator),
  );
  const open = known.filter(({ filledBy }) => !filledBy?.every((id) => found.has(id)));
  const named = new Set(open.flatMap(({ filledBy = [] }) => filledBy));
  const lacking = catalogue.filter(({ id }) => !found.has(id) && !named.has(id));
  return [
    ...(withoutLocalities ? [{ what: "Figures for localities", why: withoutLocalities }] : []),
    ...lacking.map(({ title }) => ({
      what: title,
      why: `Not published for ${brief.area.name}, and not to be computed from what is.`,
    })),
    ...open.map(({ what, why }) => ({ what, why })),
  ];
}
