import { cpus } from "node:os";
import { type Measured, measure, type Timed } from "./measure.ts";
import { methods } from "./methods.ts";

const suites: Readonly<Record<string, () => readonly Timed[]>> = { methods };

const [wanted = "methods"] = process.argv.slice(2);
const suite = suites[wanted];
if (!suite) {
  console.error(`bench: unknown suite "${wanted}"; there is ${Object.keys(suites).join(", ")}`);
  process.exitCode = 2;
} else {
  console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}, one thread`);
  console.log("milliseconds: median (least to most) of 7 runs; heap: bytes left for each group, result columns apart;");
  console.log("ratio: how many times as long one call and one object a group take, in the same run\n");
  for (const timed of suite()) console.log(line(measure(timed)));
}

function line({ name, groups, least, median, most, heapPerGroup, ratio }: Measured): string {
  const time = `${median.toFixed(1)} (${least.toFixed(1)} to ${most.toFixed(1)}) ms`;
  const heap = heapPerGroup === null ? "heap not told" : `${heapPerGroup.toFixed(2)} bytes/group`;
  const times = ratio === null ? "" : `, ratio ${ratio.toFixed(1)}`;
  return `${name}\n  ${groups.toLocaleString("en-GB")} groups: ${time}, ${heap}${times}`;
}
