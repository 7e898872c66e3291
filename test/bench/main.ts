import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { allocated } from "./allocated.ts";
import { burden } from "./burden.ts";
import { describeGrowth, growth } from "./growth.ts";
import { type Measured, measure, type Timed } from "./measure.ts";
import { methods } from "./methods.ts";
import { readWholeCountry } from "./whole-country.ts";

const suites: Readonly<Record<string, () => readonly Timed[]>> = { methods };

const [wanted = "methods", mode] = process.argv.slice(2);
const suite = suites[wanted];
if (wanted === "burden") {
  console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}, one thread`);
  console.log("milliseconds: median of 5 runs, 3 or 1 where they take seconds; all sizes in one run, turn by turn\n");
  const country = await readWholeCountry(fileURLToPath(new URL("../../../datasets", import.meta.url)));
  for (const growing of burden(country)) console.log(describeGrowth(growing, growth(growing)));
} else if (!suite) {
  console.error(`bench: unknown suite "${wanted}"; there is ${[...Object.keys(suites), "burden"].join(", ")}`);
  process.exitCode = 2;
} else if (mode === "--allocated") {
  console.log(JSON.stringify(suite().map(allocated)));
} else {
  console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}, one thread`);
  console.log(
    "milliseconds: median (least to most) of 7 runs; heap: bytes allocated for each group, result columns apart;",
  );
  console.log("ratio: how many times as long one call and one object a group take, in the same run\n");
  const heap = heapOfEach(wanted);
  for (const [i, timed] of suite().entries()) console.log(line(measure(timed), heap[i]));
}

/** Allocation is told in a process of its own, with a young space so large that nothing is collected during a run. */
function heapOfEach(name: string): readonly number[] {
  const room = ["--expose-gc", "--min-semi-space-size=512", "--max-semi-space-size=512"];
  const { stdout } = spawnSync(process.execPath, [...room, fileURLToPath(import.meta.url), name, "--allocated"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(stdout);
}

function line({ name, groups, least, median, most, ratio }: Measured, heap: number | undefined): string {
  const time = `${median.toFixed(1)} (${least.toFixed(1)} to ${most.toFixed(1)}) ms`;
  const bytes = heap === undefined ? "heap not told" : `${heap.toFixed(2)} bytes/group`;
  const times = ratio === null ? "" : `, ratio ${ratio.toFixed(1)}`;
  return `${name}\n  ${groups.toLocaleString("en-GB")} groups: ${time}, ${bytes}${times}`;
}
