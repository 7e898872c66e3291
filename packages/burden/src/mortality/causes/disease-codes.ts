import { PopneedsError } from "@popneeds/core";
import { diseaseCode } from "./disease-code.ts";

/** Codes from a first to a last, both with all that is below them: `I20` to `I25` holds `I25.9`. No point is written. */
export interface CodeRange {
  readonly from: string;
  readonly to: string;
}

/** Codes of the International Classification of Diseases that stand for one thing. */
export interface DiseaseCodes {
  readonly ranges: readonly CodeRange[];
  /** What is left out of the ranges. */
  readonly except: readonly CodeRange[];
}

/**
 * Reads a list of codes and ranges of codes: `I20-I25`, `A40(excl A40.3), A41`, `K85.0;K85.1`.
 *
 * @throws PopneedsError `invalid-disease-code` when a part is no code, or a range runs backwards
 *
 * @example
 * diseaseCodes("I20-I25, I51.6").ranges // [{ from: "I20", to: "I25" }, { from: "I516", to: "I516" }]
 */
export function diseaseCodes(text: string): DiseaseCodes {
  const except: CodeRange[] = [];
  const plain = text.replace(/\(?\b(?:excl|excluding|except)\b\.?\s*([^();]*)\)?/gi, (_, left: string) => {
    except.push(...rangesOf(left, text));
    return "";
  });
  const ranges = rangesOf(plain, text);
  if (ranges.length === 0) throw invalid(text, text);
  return { ranges, except };
}

/** Whether a code lies in one of the ranges, and in none of the exceptions. */
export function holdsCode({ ranges, except }: DiseaseCodes, code: string): boolean {
  const bare = code.replace(".", "");
  return ranges.some((range) => within(range, bare)) && !except.some((range) => within(range, bare));
}

/** Whether a code without its point lies in a range. */
export function within({ from, to }: CodeRange, bare: string): boolean {
  return bare.slice(0, from.length) >= from && bare.slice(0, to.length) <= to;
}

function rangesOf(text: string, all: string): CodeRange[] {
  return text
    .split(/[,;\s]*[,;][,;\s]*/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [first, last = first] = part.split(/\s*[-–—]\s*(?=[A-Za-z])/);
      const from = diseaseCode(first!)?.replace(".", "");
      const to = diseaseCode(last!)?.replace(".", "");
      if (!from || !to || to.slice(0, from.length) < from.slice(0, to.length)) throw invalid(part, all);
      return { from, to };
    });
}

function invalid(part: string, all: string): PopneedsError {
  return new PopneedsError({
    code: "invalid-disease-code",
    message: `diseaseCodes: each part must be a code of ICD-10 or a range of codes; found "${part}"${part === all ? "" : ` in "${all.length > 60 ? `${all.slice(0, 57)}…` : all}"`}`,
    fix: 'Write codes and ranges with commas between: "I20-I25, I51.6".',
  });
}
