import type { Issue } from "@popneeds/core";
import { category, count, label } from "../../field.ts";
import { asCell, property } from "../../published/json-of.ts";
import type { Part } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";
import { schema } from "../../schema.ts";

const marks = { "": "not available" } as const;
const ofResource = ["id", "package_id", "name", "format", "url", "created", "last_modified", "hash", "size"];
const ofDataset = [
  "id",
  "name",
  "title",
  "organization",
  "license_title",
  "metadata_created",
  "metadata_modified",
  "notes",
];

/**
 * The data sets of a `package_search` or `package_show`, and their resources: a row for each.
 *
 * That the portal knows more data sets than the answer holds is a warning, and so is a data set that says it has more resources
 * than it has. Names and addresses of people are not read.
 */
export function catalogueEntries(result: unknown, file: string): readonly Part[] {
  const results = property(result, "results");
  const datasets: readonly unknown[] = Array.isArray(results) ? results : [result];
  const resources = datasets.map(resourcesIn);
  const rows = datasets.map((dataset, i) => [
    ...ofDataset.map((name) =>
      asCell(name === "organization" ? property(property(dataset, name), "title") : property(dataset, name)),
    ),
    String(resources[i]!.length),
  ]);
  const wrong = datasets.flatMap((dataset, i) => {
    const said = property(dataset, "num_resources");
    return typeof said === "number" && said !== resources[i]!.length ? [i + 1] : [];
  });
  const issues = [
    ...notAll(result, datasets.length, file),
    ...saidOnce(
      {
        code: "resources-missing",
        severity: "warning",
        file: `${file}, data sets`,
        fix: "Ask the portal for the data set itself.",
      },
      wrong,
      (count) => `the data set has another number of resources than it says in ${count}`,
    ),
  ];
  return [
    {
      name: "data sets",
      cells: {
        file: `${file}, data sets`,
        header: [...ofDataset, "resources"],
        rows,
        lines: rows.map((_, i) => i + 1),
        issues,
      },
      schema: schema({
        id: category("id"),
        name: label("name"),
        title: label("title"),
        publisher: label("organization"),
        licence: label("license_title"),
        created: label("metadata_created"),
        modified: label("metadata_modified"),
        notes: label("notes"),
        resources: count("resources"),
      }),
    },
    resourcePart(resources.flat(), file),
  ];
}

/** The resources of an answer, such as that of a `resource_show`: a row for each, with its size in bytes. */
export function resourcePart(resources: readonly unknown[], file: string): Part {
  const rows = resources.map((resource) => ofResource.map((name) => asCell(property(resource, name))));
  return {
    name: "resources",
    cells: { file: `${file}, resources`, header: ofResource, rows, lines: rows.map((_, i) => i + 1), issues: [] },
    schema: schema({
      id: category("id"),
      dataset: label("package_id"),
      name: label("name"),
      format: label("format"),
      address: label("url"),
      created: label("created"),
      modified: label("last_modified"),
      hash: label("hash"),
      bytes: count("size", { marks }),
    }),
  };
}

function resourcesIn(dataset: unknown): readonly unknown[] {
  const resources = property(dataset, "resources");
  return Array.isArray(resources) ? resources : [];
}

function notAll(result: unknown, datasets: number, file: string): readonly Issue[] {
  const total = property(result, "count");
  if (typeof total !== "number" || total <= datasets) return [];
  return [
    {
      code: "not-all-data-sets",
      severity: "warning",
      file,
      message: `the answer holds ${datasets.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")} data sets`,
      fix: "Ask for the rest with start, or for more rows.",
    },
  ];
}
