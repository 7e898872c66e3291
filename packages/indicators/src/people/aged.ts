import { type Age, parseAge } from "@popneeds/core";

/** Whether a band of ages lies wholly at or above an age. */
export function aged(from: number): (age: Age) => boolean {
  return (age) => age.from >= from;
}

/** Whether a band of ages lies wholly inside the band of a label. */
export function agedIn(label: string): (age: Age) => boolean {
  const band = parseAge(label)!;
  return (age) => band.from <= age.from && age.to <= band.to;
}

/** 65 and over, and the three bands that make it up, each with the publisher's words for it. */
export const olderBands: readonly { readonly label: string; readonly published: readonly string[] }[] = [
  { label: "65+", published: ["65-74 years", "75-84 years", "85+ years"] },
  { label: "65-74", published: ["65-74 years"] },
  { label: "75-84", published: ["75-84 years"] },
  { label: "85+", published: ["85+ years"] },
];
