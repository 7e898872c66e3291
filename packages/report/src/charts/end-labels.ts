/** A label beside the end of a line. */
export interface EndLabel {
  /** Where its middle would best be, in pixels from the top. */
  readonly at: number;
  /** Height in pixels. */
  readonly height: number;
}

/**
 * Where to put labels so that none covers another: each as near to where it belongs as the others allow, in the same order.
 *
 * Labels that touch are made into one block around the mean of where its labels belong, until no two blocks touch.
 *
 * @param from top of the room for them, in pixels; may be overstepped at the bottom when there are more than fit
 * @param to   bottom of the room
 * @returns the middle of each label, in the order given
 */
export function placeLabels(labels: readonly EndLabel[], from: number, to: number): readonly number[] {
  const order = labels.map((label, i) => ({ ...label, i })).sort((a, b) => a.at - b.at || a.i - b.i);
  let blocks = order.map((label) => ({ labels: [label], top: clamp(label.at - label.height / 2, label.height) }));
  function clamp(top: number, height: number): number {
    return Math.max(from, Math.min(top, to - height));
  }
  for (let joined = true; joined; ) {
    joined = false;
    const next: typeof blocks = [];
    for (const block of blocks) {
      const last = next.at(-1);
      if (last && block.top < last.top + heightOf(last.labels)) {
        const all = [...last.labels, ...block.labels];
        next[next.length - 1] = { labels: all, top: clamp(bestTop(all), heightOf(all)) };
        joined = true;
      } else next.push(block);
    }
    blocks = next;
  }
  const placed = new Array<number>(labels.length).fill(0);
  for (const block of blocks) {
    let top = block.top;
    for (const { i, height } of block.labels) {
      placed[i] = top + height / 2;
      top += height;
    }
  }
  return placed;
}

function heightOf(labels: readonly EndLabel[]): number {
  return labels.reduce((sum, { height }) => sum + height, 0);
}

function bestTop(labels: readonly EndLabel[]): number {
  let above = 0;
  let sum = 0;
  for (const { at, height } of labels) {
    sum += at - above - height / 2;
    above += height;
  }
  return sum / labels.length;
}
