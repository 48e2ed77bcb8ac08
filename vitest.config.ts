import os from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@": here("."),
      "server-only": here("tests/setup/server-only.ts"),
    },
  },
  test: {
    passWithNoTests: true,
    // Integration tests wait for PostgreSQL more than they compute.
    maxWorkers: Math.max(2, os.availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Pure functions: the files of a worker may share what they import.
          isolate: false,
          // Properties and hostile texts take seconds; a busy machine must not turn that into a failure.
          testTimeout: 60_000,
          setupFiles: ["tests/setup/examples.ts"],
          include: ["{lib,scripts,prisma}/**/*.test.ts", "components/**/*.test.{ts,tsx}"],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/{integration,tenancy,architecture}/**/*.test.ts"],
          globalSetup: ["tests/setup/template.ts"],
          setupFiles: ["tests/setup/examples.ts", "tests/setup/worker.ts"],
          pool: "forks",
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
