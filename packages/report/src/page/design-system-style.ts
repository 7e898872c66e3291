import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * The rules of the Scottish Government design system that this page uses: those for elements, and for the classes named
 * here. The sheet asks for no font and no picture of the network.
 *
 * Source: @scottish-government/design-system 4.2.0 (MIT). It grants no use of a logo, and none is used.
 */
export function designSystemStyle(): string {
  style ??= prune(
    readFileSync(
      createRequire(import.meta.url).resolve("@scottish-government/design-system/dist/css/design-system.min.css"),
      "utf8",
    ).replace(/^\uFEFF/, ""),
  );
  return style;
}

let style: string | undefined;

const used = /^ds_(wrapper|skip-links|page-header|metadata|contents-nav|inset-text|table|tag)(__|--|$)/;

/** Keeps rules whose selectors name used classes only; drops media rules that are left empty. */
function prune(css: string): string {
  let kept = "";
  for (const { head, body } of blocks(css)) {
    if (head.startsWith("@media")) {
      const inner = prune(body);
      if (inner) kept += `${head}{${inner}}`;
    } else if (!head.startsWith("@")) {
      const selectors = head.split(/,(?![^(]*\))/).filter(isUsed);
      if (selectors.length > 0) kept += `${selectors.join(",")}{${body}}`;
    }
  }
  return kept;
}

function isUsed(selector: string): boolean {
  return (selector.match(/\.[\w-]+/g) ?? []).every((name) => used.test(name.slice(1))) && !/\[data-|#/.test(selector);
}

function* blocks(css: string): Iterable<{ readonly head: string; readonly body: string }> {
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf("{", at);
    if (open === -1) return;
    const head = css
      .slice(at, open)
      .replace(/^[\s;}]+/, "")
      .replace(/^@charset "[^"]*";/i, "")
      .trim();
    let depth = 1;
    let end = open + 1;
    for (; depth > 0 && end < css.length; end++) {
      if (css[end] === "{") depth++;
      if (css[end] === "}") depth--;
    }
    yield { head, body: css.slice(open + 1, end - 1) };
    at = end;
  }
}
