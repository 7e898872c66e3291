import type { Brief } from "../brief.ts";
import type { Section } from "../section.ts";
import { burdenOfDisease } from "./burden/burden-of-disease.ts";
import { withCancer } from "./cancer.ts";
import { demography } from "./demography.ts";
import { domainSection } from "./domain-section.ts";
import { mortality } from "./mortality.ts";

/** The sections of a needs assessment, in order, without those that hold nothing for the area. */
export function sectionsOf(brief: Brief): readonly Section[] {
  return [
    demography(brief),
    domainSection(brief, {
      id: "wider-determinants",
      title: "Wider determinants of health",
      told: [
        { indicator: "most-deprived-fifth", areas: true },
        { indicator: "least-deprived-fifth", level: false },
        { indicator: "income-deprived", areas: true },
        { indicator: "employment-deprived" },
      ],
    }),
    domainSection(brief, {
      id: "children-and-young-people",
      title: "Children and young people",
      note: "Thin for now: five indicators, published for councils without a figure for Scotland.",
      told: [
        "smoking-in-pregnancy",
        "healthy-birth-weight",
        "breastfed-at-6-to-8-weeks",
        "measles-mumps-rubella-immunisation",
        "developmental-concerns",
      ].map((indicator) => ({ indicator })),
    }),
    domainSection(brief, {
      id: "lifestyle-and-prevention",
      title: "Lifestyle, risk factors and prevention",
      note: "Thin for now: smoking, weight, activity and most screening programmes are not in the open files used here.",
      told: [
        { indicator: "drug-death-rate", change: true, time: true },
        { indicator: "alcohol-admissions" },
        { indicator: "alcohol-deaths" },
        { indicator: "bowel-screening" },
      ],
    }),
    mortality(brief),
    withCancer(
      brief,
      domainSection(brief, {
        id: "long-term-conditions",
        title: "Long-term conditions and physical health",
        told: [
          { indicator: "limiting-long-term-conditions", areas: true },
          { indicator: "coronary-heart-disease-hospitalisations" },
          { indicator: "chronic-obstructive-pulmonary-disease-hospitalisations" },
        ],
      }),
    ),
    domainSection(brief, {
      id: "mental-health",
      title: "Mental health",
      note: "Thin for now: two indicators, published for councils without a figure for Scotland.",
      told: [
        { indicator: "medicines-for-anxiety-depression-psychosis" },
        { indicator: "psychiatric-hospitalisations" },
      ],
    }),
    domainSection(brief, {
      id: "unscheduled-care",
      title: "Unscheduled care and delayed discharge",
      told: [
        { indicator: "emergency-admissions" },
        { indicator: "multiple-emergency-admissions" },
        { indicator: "delayed-bed-days", age: "18+", change: true, time: true },
      ],
    }),
    domainSection(brief, {
      id: "social-care",
      title: "Social care and older people",
      told: [
        { indicator: "home-care", age: "65+" },
        { indicator: "home-care-by-locality", age: "65+", level: false, areas: true },
        { indicator: "care-home-residents", age: "65+" },
        { indicator: "intensive-care-at-home" },
      ],
    }),
    domainSection(brief, {
      id: "end-of-life",
      title: "End of life",
      note: "Thin for now: one indicator. Experience of care is not in the open files used here.",
      told: [{ indicator: "dying-in-hospital" }],
    }),
    burdenOfDisease(brief),
  ].filter(({ blocks }) => blocks.some(({ kind }) => kind !== "note" && kind !== "heading"));
}
