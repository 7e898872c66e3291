import { expect, it } from "vitest";
import { describePublished, folder } from "./describe-published.ts";
import { publishedFiles } from "./published-files.ts";

for (const file of publishedFiles) {
  describePublished(file.title, [file.path], () => {
    it("agrees with its own digits, but for rows that are known to be apart and why", async () => {
      for (const { what, figures, apart } of await file.compare(folder)) {
        expect(figures, what).toBeGreaterThan(0);
        const unexplained = apart.filter(({ why }) => why === undefined).map(({ key }) => key);
        expect(unexplained, what).toEqual([]);
      }
    });
  });
}
