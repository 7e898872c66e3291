import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publishedFiles } from "../published/published-files.ts";
import { burdenFamilies } from "./case-families.ts";
import { caseResults } from "./case-results.ts";
import { caseSection } from "./case-section.ts";
import { publishedSection } from "./published-section.ts";
import { waitingSection } from "./waiting-section.ts";

/** Where the page is, the page that people write, and the folder of reference cases and published files. */
export interface CorrectPaths {
  readonly template: string;
  readonly page: string;
  readonly shared: string;
}

/** The three, seen from the folder of the checkout. */
export function correctPaths(root: string, shared = join(root, "..", "shared")): CorrectPaths {
  return { template: join(root, "docs", "correct.template.md"), page: join(root, "docs", "correct.md"), shared };
}

/**
 * The page that says how correct the figures are: the template, in which each `<!-- name -->` that stands alone on a line
 * is replaced by what running the cases and reading the files gave.
 */
export async function correctPage({ template, shared }: CorrectPaths): Promise<string> {
  const text = readFileSync(template, "utf8").replace(/^<!--[\s\S]*?-->\n\n/, "");
  const cases = (...folders: readonly string[]) => folders.flatMap((name) => caseResults(join(shared, "cases", name)));
  const sections: Readonly<Record<string, string>> = {
    "reference cases": caseSection(cases("methods")),
    "burden cases": caseSection(cases("burden"), burdenFamilies),
    "cases of later packages": waitingSection(cases("planning")),
    "published files": await publishedSection(publishedFiles, shared),
  };
  const filled = text.replace(/^<!-- (.*) -->$/gm, (_, name: string) => {
    const section = sections[name];
    if (section === undefined) throw new Error(`no section "${name}", only ${Object.keys(sections).join(", ")}`);
    return section;
  });
  return `${notice}\n\n${filled}`;
}

const notice =
  '<!-- Made by "npm run correct" from docs/correct.template.md, the reference cases and the published files. Change those, not this. -->';

/** Whether everything that the page is made from is there. */
export function canMakePage({ shared }: CorrectPaths): boolean {
  return ["cases", "data"].every((folder) => existsSync(join(shared, folder)));
}
