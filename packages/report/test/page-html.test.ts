import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { pageHtml, release } from "../src/index.ts";
import { syntheticAssessment } from "./synthetic-assessment.ts";

const released = release(syntheticAssessment());
const html = pageHtml(released);
const { document } = parseHTML(html);
const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
interface Element {
  readonly tagName: string;
  readonly textContent: string;
  readonly parentElement: Element | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
}

describe("pageHtml", () => {
  it("gives every number in its sentences the row, and the part of it, that it comes from", () => {
    const facts = new Map(released.profile.facts.map((fact) => [fact.id, fact]));
    const cited = all("data.figure");
    expect(cited.length).toBeGreaterThan(20);
    for (const element of cited) {
      const fact = facts.get(element.getAttribute("data-row")!);
      const part = element.getAttribute("data-part") as "value";
      expect(fact, element.textContent).toBeDefined();
      expect(Number(element.getAttribute("value"))).toBe(fact![part]);
    }
  });

  it("gives every figure in its tables the row that it comes from", () => {
    const ids = new Set([...released.profile.facts, ...released.needs].map(({ id }) => id));
    const cells = all("table.figures td");
    expect(cells.length).toBeGreaterThan(100);
    for (const cell of cells)
      if (/\d/.test(cell.textContent)) expect(ids, cell.textContent).toContain(cell.getAttribute("data-row"));
  });

  it("names the sources, method and class under every paragraph that cites a figure", () => {
    for (const finding of all(".finding").filter((of) => of.querySelector("data"))) {
      const note = finding.querySelector("details.sources")!.textContent;
      expect(note).toMatch(/observed|published|projected|modelled/);
      expect(note).toMatch(/edition /);
    }
  });

  it("links every source that it names to the table of sources", () => {
    const ids = new Set(all("[id]").map((element) => element.getAttribute("id")));
    const links = all("a").map((link) => link.getAttribute("href")!);
    for (const link of links) expect(ids, link).toContain(link.slice(1));
  });

  it("asks for nothing outside of itself", () => {
    expect(all("script, iframe, object, embed, img, audio, video, source, link[rel=stylesheet]")).toEqual([]);
    for (const element of all("[src], [href], [xlink\\:href]"))
      for (const name of ["src", "href", "xlink:href"]) expect(element.getAttribute(name) ?? "#").toMatch(/^(#|data:)/);
    expect(
      all("style")
        .map(({ textContent }) => textContent)
        .join(""),
    ).not.toMatch(/@import|url\((?!["']?data:)/);
  });

  it("has no two elements of one id", () => {
    const ids = all("[id]").map((element) => element.getAttribute("id"));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it("has one heading of the first level, and skips none going down", () => {
    const levels = all("h1, h2, h3, h4, h5, h6").map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    for (let i = 1; i < levels.length; i++) expect(levels[i]! - levels[i - 1]!).toBeLessThanOrEqual(1);
  });

  it("labels a modelled or projected figure in words wherever it stands", () => {
    const soft = new Set(
      [...released.profile.facts, ...released.needs]
        .filter(({ evidence }) => evidence === "modelled" || evidence === "projected")
        .map(({ id }) => id),
    );
    const said = /modelled|projected/i;
    for (const cell of all("td[data-row]").filter((td) => soft.has(td.getAttribute("data-row")!))) {
      if (!/\d/.test(cell.textContent)) continue;
      const row = cell.parentElement!;
      const table = row.parentElement!.parentElement!;
      const words = [cell, row.querySelector("th"), table.querySelector("caption"), table.querySelector("thead")];
      expect(words.map((of) => of?.textContent).join(" "), cell.textContent).toMatch(said);
    }
    for (const figure of all(".finding data.figure").filter((of) => soft.has(of.getAttribute("data-row")!)))
      expect(figure.parentElement!.textContent).toMatch(said);
    for (const figure of all("figure").filter((of) =>
      all(`#${of.getAttribute("id")} td[data-row]`).some((td) => soft.has(td.getAttribute("data-row")!)),
    ))
      expect(figure.querySelector("figcaption")!.textContent).toMatch(said);
  });

  it("shows a withheld figure as [c], and explains the mark", () => {
    const cell = all("td").find((td) => td.getAttribute("data-row")?.includes("Rare disease"))!;
    expect(cell.textContent).toBe("[c]");
    expect(html).toContain("[c] withheld to protect people.");
    expect(html).not.toContain("Eastmoor <data");
    expect(html).toContain("A finding on deaths in Eastmoor is left out");
  });

  it("prints words as text, whatever signs they have", () => {
    expect(html).toContain("later years &lt;here&gt;.");
    expect(html).toContain("Northvale, Upper &amp; Lower");
  });

  it("says why there are no localities, where there are none", () => {
    const { profile } = syntheticAssessment();
    const without = {
      ...profile,
      localities: [],
      localityParts: [],
      withoutLocalities: "Its localities are not in the look-up.",
    };
    expect(pageHtml(release({ profile: without, needs: [] }))).toContain(
      "<p>Its localities are not in the look-up.</p>",
    );
  });
});
