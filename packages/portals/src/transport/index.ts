export { htmlInstead } from "./body-faults.ts";
export type { Downloaded, Version } from "./download.ts";
export { looksLikeHtml } from "./looks-like-html.ts";
export type { PoliteOptions } from "./polite-options.ts";
export { openTransport, type Transport } from "./transport.ts";
