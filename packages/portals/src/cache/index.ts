export { cacheFolder } from "./cache-folder.ts";
export { type ContentCache, type Known, openCache } from "./content-cache.ts";
export { sha256OfFile } from "./sha256-of-file.ts";
export { copyWhole, writeWhole } from "./write-whole.ts";
