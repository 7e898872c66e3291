import { evidences, fromInputs, PopneedsError, reasons, type Source, sourcesOf } from "@popneeds/core";
import type { Fact, Profile } from "@popneeds/jsna";
import { type Cell, csv } from "./csv.ts";
import { areasOf, indicatorsOf } from "./names.ts";
import { byId, type Field, type OutputTable } from "./output-table.ts";
import { type Released, refuseUnreleased } from "./released.ts";
import { slug } from "./slug.ts";

/**
 * The facts as tidy tables, one a domain: a row a figure, in the order of row ids.
 *
 * @returns tables named for their domain's slug; a domain without facts has none
 * @throws PopneedsError `not-released`
 */
export function factTables(released: Released): readonly OutputTable[] {
  refuseUnreleased(released, "factTables");
  const { profile } = released;
  const indicators = indicatorsOf(profile);
  const areas = areasOf(profile);
  const byDomain = new Map<string, Fact[]>();
  for (const fact of [...profile.facts].sort(byId)) {
    const { domain } = indicators.get(fact.indicator)!;
    byDomain.set(domain, [...(byDomain.get(domain) ?? []), fact]);
  }
  return [...byDomain]
    .map(([domain, facts]) => ({
      name: slug(domain),
      title: domain,
      fields: factFields(profile, facts),
      rows: facts.map((fact) => cells(fact, areas.get(fact.area)!.name)),
      sources: sourcesOfFacts(facts),
    }))
    .sort((a, b) => byId({ id: a.name }, { id: b.name }));
}

/**
 * One domain's facts as CSV.
 *
 * @param domain the domain's slug, as in the table's file name
 * @throws PopneedsError `unknown-domain`
 */
export function factsCsv(released: Released, domain: string): string {
  const tables = factTables(released);
  const table = tables.find(({ name }) => name === domain);
  if (table) return tableCsv(table);
  throw new PopneedsError({
    code: "unknown-domain",
    message: `factsCsv: unknown domain "${domain}"; known: ${tables.map(({ name }) => name).join(", ")}`,
    fix: "Name a domain that has facts.",
  });
}

/** A table as CSV. */
export function tableCsv({ fields, rows }: OutputTable): string {
  return csv(
    fields.map(({ name }) => name),
    rows,
  );
}

/** Every file that some facts rest on, in the order of their ids. */
export function sourcesOfFacts(facts: readonly Fact[]): readonly Source[] {
  return [...sourcesOf(fromInputs([...new Set(facts.map(({ provenance }) => provenance))]))].sort(byId);
}

function cells(fact: Fact, areaName: string): readonly Cell[] {
  return [
    fact.id,
    fact.area,
    areaName,
    fact.level,
    fact.period,
    fact.indicator,
    fact.sex,
    fact.age,
    fact.category || null,
    fact.value,
    fact.lower,
    fact.upper,
    fact.unit,
    fact.per,
    fact.numerator,
    fact.denominator,
    fact.method,
    fact.evidence,
    fact.missing,
    sourceIds([fact]),
  ];
}

/** The ids of the sources of facts, joined by semicolons. */
export function sourceIds(facts: readonly Fact[]): string | null {
  return (
    sourcesOfFacts(facts)
      .map(({ id }) => id)
      .join(";") || null
  );
}

const required = { required: true };

/** Fields that fact tables and the planning table share. */
export const sharedFields = {
  id: {
    name: "row_id",
    type: "string",
    description: "Made of the row's keys; give it to popneeds explain.",
    constraints: { required: true, unique: true },
  },
  area: { name: "area_code", type: "string", description: "Code of the area.", constraints: required },
  areaName: { name: "area_name", type: "string", description: "Name of the area.", constraints: required },
  level: { name: "level", type: "string", description: "Level of the area.", constraints: required },
  unit: { name: "unit", type: "string", description: "Unit of value and limits.", constraints: required },
  lower: { name: "lower", type: "number", description: "Lower limit; empty where the figure has none." },
  upper: { name: "upper", type: "number", description: "Upper limit; empty where the figure has none." },
  method: {
    name: "method",
    type: "string",
    description: "How the figure was made, with its limits' method and coverage.",
  },
  class: {
    name: "class",
    type: "string",
    description: "How the figure came to be.",
    constraints: { required: true, enum: evidences },
  },
  missing: {
    name: "missing",
    type: "string",
    description: "Why there is no figure; empty where there is one.",
    constraints: { enum: reasons },
  },
  sources: {
    name: "source_ids",
    type: "string",
    description: "Ids of the sources, joined by semicolons; see provenance.json.",
  },
} as const satisfies Readonly<Record<string, Field>>;

function factFields(profile: Profile, facts: readonly Fact[]): readonly Field[] {
  const used = new Set(facts.map(({ indicator }) => indicator));
  const categories = profile.indicators
    .filter(({ id }) => used.has(id))
    .map(({ id, title }) => ({ value: id, label: title }));
  return [
    sharedFields.id,
    sharedFields.area,
    sharedFields.areaName,
    sharedFields.level,
    { name: "period", type: "string", description: "What time the figure is about.", constraints: required },
    { name: "indicator", type: "string", description: "Id of the indicator.", constraints: required, categories },
    {
      name: "sex",
      type: "string",
      description: "Sex as published.",
      constraints: { required: true, enum: ["female", "male", "all"] },
    },
    { name: "age", type: "string", description: "Ages in completed years; all for everybody.", constraints: required },
    { name: "category", type: "string", description: "What else tells the row apart; empty if nothing." },
    { name: "value", type: "number", description: "The figure, in full precision; empty where it is missing." },
    sharedFields.lower,
    sharedFields.upper,
    sharedFields.unit,
    { name: "per", type: "number", description: "What a rate is per; empty for what is no rate." },
    { name: "numerator", type: "number", description: "Events or people counted, of a rate." },
    { name: "denominator", type: "number", description: "People they are counted among, or person-years." },
    sharedFields.method,
    sharedFields.class,
    sharedFields.missing,
    sharedFields.sources,
  ];
}
