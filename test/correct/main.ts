import { writeFileSync } from "node:fs";
import { canMakePage, correctPage, correctPaths } from "./correct-page.ts";

const paths = correctPaths(process.cwd(), process.argv[2]);
if (canMakePage(paths)) {
  writeFileSync(paths.page, await correctPage(paths));
  console.log(`written: ${paths.page}`);
} else {
  console.error(`correct: no reference cases and published files in ${paths.shared}: npm run correct -- <folder>`);
  process.exitCode = 2;
}
