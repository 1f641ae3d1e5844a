import { defineConfig } from "vitest/config";

// Tests run from source: the packages' own export condition leads to `src`, never to `dist`.
const conditions = ["@placera/source", "module", "node", "development|production"];
const sources = "{packages,apps,benchmarks}/**/src/**";

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ["@placera/source", "node"] } },
  test: {
    pool: "forks",
    maxWorkers: "100%",
    setupFiles: [".setup/random-seed.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [`${sources}/*.test.ts`, "docs/*.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**", "**/*.integration.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: [`${sources}/*.integration.test.ts`],
          setupFiles: [".setup/random-seed.ts", ".setup/needs-redis.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
