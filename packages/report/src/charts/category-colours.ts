/** A colour for a category, and the colour of text that can be read on it. */
export interface CategoryColour {
  readonly fill: string;
  readonly text: string;
}

/**
 * Seven colours for groups that stand side by side, in a fixed order: the Analysis Function's palette for categories, and a grey.
 *
 * Each stands out from white by 3:1 at least, and its text from it by 4.5:1 at least (WCAG 2.2, 1.4.11 and 1.4.3). Printed
 * in grey, four of them are alike: a chart that uses them names its parts, or parts them by white lines in the order of its key.
 *
 * Source: Government Analysis Function, Data visualisation: colours in charts, categorical palette.
 */
export const categoryColours: readonly CategoryColour[] = [
  { fill: "#12436D", text: "#FFFFFF" },
  { fill: "#28A197", text: "#1A1A1A" },
  { fill: "#801650", text: "#FFFFFF" },
  { fill: "#F46A25", text: "#1A1A1A" },
  { fill: "#3D3D3D", text: "#FFFFFF" },
  { fill: "#A285D1", text: "#1A1A1A" },
  { fill: "#8C8C8C", text: "#1A1A1A" },
];
