import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";

/** What a page that imports one function of a package has to load. */
export interface FunctionSize {
  readonly name: string;
  /** Bytes after bundling and minifying. */
  readonly bytes: number;
  /** Bytes after compressing that as servers do. */
  readonly compressed: number;
}

/** Bundles and minifies each function of `@popneeds/stats` alone. */
export async function functionSizes(root: string, names: readonly string[]): Promise<readonly FunctionSize[]> {
  const sizes: FunctionSize[] = [];
  for (const name of names) sizes.push({ name, ...sizeOf(await bundle(root, `{ ${name} }`)) });
  return sizes;
}

/** Bundles and minifies the whole of `@popneeds/stats`. */
export async function wholeSize(root: string): Promise<FunctionSize> {
  return { name: "everything", ...sizeOf(await bundle(root, "*")) };
}

function sizeOf(code: string): Omit<FunctionSize, "name"> {
  return { bytes: Buffer.byteLength(code), compressed: gzipSync(code, { level: 9 }).length };
}

/** The code of a module that exports some of `@popneeds/stats`, or that only imports it where nothing is named. */
export async function bundle(root: string, names: string): Promise<string> {
  const entry = "\0entry";
  const index = JSON.stringify(join(root, "packages", "stats", "src", "index.ts"));
  const written = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    root,
    logLevel: "error",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "entry" ? entry : null),
        load: (id) => (id === entry ? (names === "" ? `import ${index}` : `export ${names} from ${index}`) : null),
      },
    ],
    build: {
      write: false,
      minify: "oxc",
      target: "es2022",
      modulePreload: false,
      rolldownOptions: { input: "entry", preserveEntrySignatures: "strict", output: { format: "es" } },
    },
  });
  const { output } = written as Rolldown.RolldownOutput;
  return output[0].code.trim();
}
