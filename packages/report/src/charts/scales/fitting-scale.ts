import { textWidth } from "../frame.ts";
import { axisScale, type ValueScale } from "./axis-scale.ts";

/**
 * The axis with the most ticks, up to about six, whose figures fit side by side.
 *
 * @param fromZero whether it must reach zero
 * @param room     width of the axis, in pixels
 * @param fontSize height of the figures, in pixels
 */
export function fittingScale(
  values: readonly number[],
  { fromZero, room, fontSize }: { readonly fromZero: boolean; readonly room: number; readonly fontSize: number },
): ValueScale {
  const scales = [6, 5, 4, 3, 2].map((count) => axisScale(values, { fromZero, count }));
  const fits = ({ from, to, ticks, print }: ValueScale) => {
    const widths = ticks.map((tick) => textWidth(print(tick), fontSize));
    return ticks.slice(1).every((tick, i) => {
      const apart = ((tick - ticks[i]!) / (to - from)) * room;
      return (widths[i]! + widths[i + 1]!) / 2 + fontSize <= apart;
    });
  };
  return scales.find(fits) ?? scales.at(-1)!;
}
