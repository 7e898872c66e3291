import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

const conditions = ["popneeds-source", ...defaultServerConditions];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      "packages/*/test/**/*.test.ts",
      "packages/*/test/**/*.test-prop.ts",
      "test/**/*.test.ts",
      "datasets/test/**/*.test.ts",
    ],
    typecheck: { enabled: false },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    // No test leaves anything behind in its process; a process for each of 500 files took as long as the tests themselves.
    isolate: false,
    setupFiles: ["test/fixed-seed.ts"],
  },
});
