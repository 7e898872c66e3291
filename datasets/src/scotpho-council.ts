import { check } from "./build-error.ts";
import { codeColumn } from "./common-columns.ts";
import type { Cell, DataTable } from "./data-table.ts";
import type { Hierarchy } from "./hierarchy.ts";
import { PHS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { numberOrBlank, text } from "./raw-row.ts";

const FILE = "indicators/scotpho_profiles_council_2023.csv.gz";

const INDICATORS: readonly string[] = [
  // Deaths and length of life
  "Deaths all ages",
  "Deaths, under 75 years",
  "Deaths, aged 15-44 years",
  "Early deaths from cancer, aged <75 years",
  "Early deaths from coronary heart disease (CHD), aged <75 years",
  "Chronic obstructive pulmonary disease (COPD) deaths",
  "Lung cancer deaths",
  "Smoking attributable deaths",
  "Alcohol-specific deaths",
  "Alcohol-specific deaths, females",
  "Alcohol-specific deaths, males",
  "Drug-related deaths",
  "Deaths from suicide (16+ years)",
  "Infant deaths, aged 0-1 years",
  "Dying in hospital",
  "Life expectancy, females",
  "Life expectancy, males",
  "Healthy life expectancy, females",
  "Healthy life expectancy, males",
  // Disease and hospital
  "Cancer registrations",
  "Lung cancer registrations",
  "Chronic obstructive pulmonary disease (COPD) incidence",
  "Chronic obstructive pulmonary disease (COPD) patient hospitalisations",
  "Coronary heart disease (CHD) patient hospitalisations",
  "Asthma patient hospitalisations",
  "Alcohol-related hospital admissions",
  "Drug-related hospital admissions",
  "Smoking attributable hospital admissions",
  "Psychiatric patient hospitalisations",
  "Population prescribed drugs for anxiety/depression/psychosis",
  "Emergency patient hospitalisations",
  "Emergency admissions, aged 65+ years",
  "Multiple emergency hospital admissions, aged >65 years",
  "Road traffic accident casualties",
  "Unintentional injuries in under 5s",
  "People aged 65+ with high levels of care needs who are cared for at home",
  // Prevention
  "Bowel screening uptake",
  "Immunisation uptake at 24 months - 6 in 1",
  "Immunisation uptake at 24 months - MMR",
  "Uptake of the HPV vaccine in S3 girls",
  "Smoking quit rate at 4 weeks follow-up",
  "Smoking quit rate at 12 weeks follow-up",
  // Maternity and children
  "Babies exclusively breastfed at 6-8 weeks",
  "Healthy birth weight",
  "Premature births",
  "Maternal obesity",
  "Smoking during pregnancy",
  "Post-partum smoking rate",
  "Exposure to secondhand smoke at 6-8 weeks",
  "Maternities with drug use",
  "Teenage pregnancies",
  "Live births",
  "Developmental concerns at 27-30 months",
  "Child dental health in primary 1",
  "Child dental health in primary 7",
  "Child healthy weight in primary 1",
  "Children hospitalised due to asthma, aged 0-15 years",
  "Children looked after by local authority",
  "Children on the child protection register",
  "Child protection with parental alcohol misuse",
  "Child protection with parental drug misuse",
  "Children referred to the Children's Reporter for care and protection",
  "School leavers in positive destinations",
  "Annual participation (in education, training or employment) measure for 16 – 19 year olds",
  // Society
  "Population income deprived",
  "Working age population employment deprived",
  "Economic inactivity due to long-term ill health",
  "Employment rate for 16-24 year olds",
  "Working age adults with low or no educational qualifications",
  "Adults assessed as homeless",
  "Single adult dwellings",
  "Domestic abuse",
  "Violent crime",
  "Common assault",
  "Vandalism",
  "Drug crimes recorded",
  "Young people admitted to hospital due to assault, aged 15-25 years",
];

/** Indicators of councils as ScotPHO publishes them. */
export function scotphoCouncilTable(raw: RawFiles, hierarchy: Hierarchy): DataTable {
  const published = raw.rows(FILE);
  const known = new Set(published.map((row) => text(row, "indicator")));
  for (const name of INDICATORS) check(known.has(name), { file: FILE }, `there is no indicator "${name}"`);
  const wanted = new Set(INDICATORS);
  const chosen = published.filter((row) => wanted.has(text(row, "indicator")));
  const withoutWidth = new Set(INDICATORS);
  for (const row of chosen)
    if (numberOrBlank(row, "lower_confidence_interval") !== numberOrBlank(row, "upper_confidence_interval"))
      withoutWidth.delete(text(row, "indicator"));
  const rows = chosen.map((row): Cell[] => {
    const area = text(row, "area_code");
    const indicator = text(row, "indicator");
    check(hierarchy.councils.has(area), row, `${area} is not the current code of a council`);
    const value = numberOrBlank(row, "measure");
    const [lower, upper] = withoutWidth.has(indicator)
      ? [null, null]
      : [numberOrBlank(row, "lower_confidence_interval"), numberOrBlank(row, "upper_confidence_interval")];
    check(
      value === null || lower === null || upper === null || (lower <= value && value <= upper),
      row,
      () => `${value} does not lie between ${lower} and ${upper}`,
    );
    const numerator = numberOrBlank(row, "numerator");
    return [area, indicator, text(row, "period"), text(row, "type_definition"), numerator, value, lower, upper];
  });
  return {
    name: "indicators/scotpho-council",
    title: "ScotPHO indicators of councils",
    description: `${INDICATORS.length} indicators of the profiles tool for the 32 councils, one period each, with the publisher's numerator, value and 95% limits.`,
    columns: [
      codeColumn("area", "Council."),
      { name: "indicator", type: "string", description: "The publisher's name, word for word." },
      { name: "period", type: "string", description: "The publisher's words." },
      { name: "type", type: "string", description: "What the value is, in the publisher's words: the scale of rates." },
      {
        name: "numerator",
        type: "number",
        description: "Events or people; a mean for one year where the period has several; blank: not published.",
        blank: true,
      },
      {
        name: "value",
        type: "number",
        description: "The published value, to one decimal; blank: not published.",
        blank: true,
      },
      { name: "lower", type: "number", description: "Lower 95% limit; blank: none published.", blank: true },
      { name: "upper", type: "number", description: "Upper 95% limit; blank: none published.", blank: true },
    ],
    key: ["indicator", "area"],
    rows,
    publisher: PHS,
    edition: "ScotPHO profiles tool, download of 2023 or 2024 (date not stated)",
    class: "published",
    sources: [{ title: "ScotPHO online profiles tool", organisation: PHS, path: "https://www.scotpho.org.uk/" }],
    rawFiles: [FILE],
    changes:
      "Selected from 230 indicators. Left out: surveys without numerators, population shares, the SCQF leaver indicators, and indicators whose last period is before 2017. Limits that equal the value in every council (Child dental health) are left blank, as they say nothing.",
    caveats: [
      "Councils only: no value for Scotland or for boards.",
      "Numerators are means for a year where the period has several years: multiply by the years for the events of the period.",
      "Three SCQF leaver indicators have rotated labels in the published file and are left out.",
      "Periods differ between indicators by as much as ten years: read the period. Population income deprived and employment deprived are of 2017.",
      "Where a value or numerator is blank the publisher gave none, mostly because numbers are small.",
    ],
  };
}
