import { writeFileSync } from "node:fs";
import { sizesPage, sizesPath } from "./sizes-page.ts";

const root = process.cwd();
writeFileSync(sizesPath(root), await sizesPage(root));
console.log(`written: ${sizesPath(root)}`);
