import type { Block, Profile, Section } from "@popneeds/jsna";
import { escapeHtml } from "./escape-html.ts";
import { allSources } from "./page/all-sources.ts";
import { chartHtml } from "./page/chart-html.ts";
import { dataQualityHtml } from "./page/data-quality-html.ts";
import { designSystemStyle } from "./page/design-system-style.ts";
import { figureTableHtml } from "./page/figure-table.ts";
import { findingHtml } from "./page/finding-html.ts";
import { howToReadHtml } from "./page/how-to-read-html.ts";
import { localitiesHtml, localityAnchor } from "./page/localities-html.ts";
import { missingHtml } from "./page/missing-html.ts";
import { needsHtml } from "./page/needs-html.ts";
import { pageStyle } from "./page/page-style.ts";
import { sourcesHtml } from "./page/sources-html.ts";
import { tableSources } from "./page/sources-note.ts";
import { type Released, refuseUnreleased } from "./released.ts";
import { slug } from "./slug.ts";

/**
 * The assessment as one page that needs nothing else: styles and drawings are in it, there is no script, and its policy
 * for content forbids the browser to ask for anything.
 *
 * @returns HTML; the same text for the same assessment
 * @throws PopneedsError `not-released`
 */
export function pageHtml(released: Released): string {
  refuseUnreleased(released, "pageHtml");
  const { profile } = released;
  const parts = partsOf(released);
  const title = `Needs assessment: ${profile.area.name}`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${designSystemStyle()}</style>
<style>
${pageStyle}
</style>
</head>
<body>
<div class="ds_skip-links"><ul class="ds_skip-links__list"><li class="ds_skip-links__item"><a class="ds_skip-links__link" href="#main">Skip to main content</a></li></ul></div>
<div class="page-band">
<div class="ds_wrapper">
<header class="ds_page-header">
<h1 class="ds_page-header__title">${escapeHtml(title)}</h1>
${headerHtml(profile)}
</header>
<div class="columns">
<nav class="contents" aria-labelledby="contents">
<h2 class="ds_contents-nav__title" id="contents">Contents</h2>
<ul class="ds_contents-nav__list">
${parts.map(contentsItem).join("\n")}
</ul>
</nav>
<main id="main">
${parts.map(partHtml).join("\n")}
</main>
</div>
</div>
</div>
</body>
</html>
`;
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly html: string;
  /** To look things up in, not to be read through: set smaller. */
  readonly reference?: boolean;
  /** Parts within it that the contents name. */
  readonly within?: readonly { readonly id: string; readonly title: string }[];
}

function partsOf(released: Released): readonly Part[] {
  const { profile } = released;
  const summary = profile.summary.map((finding) => findingHtml(profile, finding));
  const localities = profile.localityParts.map(({ area }) => ({ id: localityAnchor(area.slug), title: area.name }));
  return [
    {
      id: "opening-summary",
      title: "Summary",
      html: `<div class="summary">${summary.length > 0 ? summary.join("\n") : "<p>Nothing stands out.</p>"}</div>`,
    },
    { id: "how-to-read-this-page", title: "How to read this page", html: howToReadHtml(released) },
    ...profile.sections.map((section) => sectionPart(profile, section)),
    { id: "what-this-means-for-planning", title: "What this means for planning", html: needsHtml(released) },
    { id: "each-locality", title: "Each locality", html: localitiesHtml(profile), within: localities },
    { id: "what-is-missing", title: "What is missing", html: missingHtml(released), reference: true },
    {
      id: "data-used-and-their-quality",
      title: "Data used and their quality",
      html: dataQualityHtml(released),
      reference: true,
    },
    {
      id: "sources-methods-and-editions",
      title: "Sources, methods and editions",
      html: sourcesHtml(released),
      reference: true,
    },
  ];
}

/** A section; where it has parts, they are in the contents too, and the titles of its charts stand a level lower. */
function sectionPart(profile: Profile, { id, title, blocks }: Section): Part {
  const within = blocks.flatMap((block) =>
    block.kind === "heading" ? [{ id: partAnchor(id, block.text), title: block.text }] : [],
  );
  const html = blocks.map((block, i) =>
    block.kind === "heading"
      ? `<h3 class="part" id="${partAnchor(id, block.text)}">${escapeHtml(block.text)}</h3>`
      : blockHtml(profile, block, { id: `${id}-${i + 1}`, level: within.length > 0 ? "h4" : "h3" }),
  );
  return { id, title, html: html.join("\n"), within };
}

function partAnchor(section: string, text: string): string {
  return `${section}-${slug(text)}`;
}

function headerHtml(profile: Profile): string {
  const { area, comparators, localities } = profile;
  const sources = allSources(profile);
  const publishers = [...new Set(sources.flatMap(({ publisher }) => publisher.split(/; */)))].sort();
  const items: readonly (readonly [string, string])[] = [
    ["Area", escapeHtml(`${area.name}, ${area.level} ${area.code}`)],
    ["Compared with", escapeHtml(comparators.map(({ name }) => name).join("; ") || "no other area")],
    ["Localities", escapeHtml(localities.map(({ name }) => name).join("; ") || "none known")],
    ["Publishers", escapeHtml(publishers.join("; ") || "none")],
    [
      "Editions",
      `every file is named with its edition under <a href="#sources-methods-and-editions">sources, methods and editions</a>`,
    ],
  ];
  return `<p class="subtitle">${escapeHtml(subtitle(profile))}</p>
<dl class="ds_metadata">${items.map(([key, value]) => `<div class="ds_metadata__item"><dt class="ds_metadata__key">${key}</dt> <dd class="ds_metadata__value">${value}</dd></div>`).join("")}</dl>`;
}

function subtitle({ area, localities }: Profile): string {
  const within = localities.length > 0 ? " and its localities" : "";
  const what =
    area.level === "partnership"
      ? "Health and social care partnership"
      : area.level.startsWith("custom")
        ? "Custom area"
        : `${area.level[0]?.toUpperCase()}${area.level.slice(1).replaceAll("-", " ")}`;
  return `${what}${within}: the needs of its people, made from published figures.`;
}

function contentsItem({ id, title, within = [] }: Part): string {
  const inner = within.map((part) => `<li><a href="#${escapeHtml(part.id)}">${escapeHtml(part.title)}</a></li>`);
  return `<li class="ds_contents-nav__item"><a class="ds_contents-nav__link" href="#${escapeHtml(id)}">${escapeHtml(title)}</a>${inner.length > 0 ? `<ul>${inner.join("")}</ul>` : ""}</li>`;
}

function partHtml({ id, title, html, reference = false }: Part): string {
  return `<section${reference ? ' class="reference"' : ""} aria-labelledby="${escapeHtml(id)}">\n<h2 id="${escapeHtml(id)}">${escapeHtml(title)}</h2>\n${html}\n</section>`;
}

function blockHtml(
  profile: Profile,
  block: Exclude<Block, { readonly kind: "heading" }>,
  { id, level }: { readonly id: string; readonly level: "h3" | "h4" },
): string {
  if (block.kind === "finding") return findingHtml(profile, block.finding);
  if (block.kind === "chart") return chartHtml(profile, block.chart, { level });
  if (block.kind === "note") return `<p class="note">${escapeHtml(block.text)}</p>`;
  const facts = block.table.rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null));
  const note = `<details class="sources"><summary>Sources<span class="visually-hidden"> of the table ${escapeHtml(block.table.caption)}</span></summary>${tableSources(profile, facts)}</details>`;
  return figureTableHtml({ id: `table-${id}`, ...block.table, note });
}
