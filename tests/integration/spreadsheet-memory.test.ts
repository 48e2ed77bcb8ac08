import { describe, expect, it } from "vitest";
import { SPREADSHEET_LIMITS } from "@/lib/services/spreadsheet/failure";
import { openTable } from "@/lib/services/spreadsheet/open-table";
import { sampleWorkbook } from "@/lib/services/spreadsheet/sample-workbook";
import { memoryInUse } from "@/tests/setup/memory-in-use";

const MB = 1024 * 1024;

/** Reads all rows; answers how many, and how far memory rose above where it began, in MB. */
async function growth(source: AsyncIterable<Uint8Array>): Promise<{ rows: number; megabytes: number }> {
  const before = memoryInUse();
  let peak = before;
  let rows = 0;
  const table = await openTable(source, { ...SPREADSHEET_LIMITS, fileBytes: 200 * MB });
  for await (const _ of table.rows) {
    rows += 1;
    if (rows % 2000 === 0) peak = Math.max(peak, memoryInUse());
  }
  return { rows, megabytes: peak - before };
}

// What must not happen is that memory follows the file.
describe("memory", { timeout: 60_000 }, () => {
  it("stays bounded over 100,000 rows of CSV, 100 MB", async () => {
    async function* file() {
      yield Buffer.from("Title,Who asked,Start,Notes\n");
      for (let row = 0; row < 100_000; row += 100) {
        const lines = Array.from(
          { length: 100 },
          (_, at) => `Consultation ${row + at},"Council, the",2026-03-04,"${"word ".repeat(200)}${row + at}"`,
        );
        yield Buffer.from(`${lines.join("\n")}\n`);
      }
    }
    const { rows, megabytes } = await growth(file());
    expect(rows).toBe(100_000);
    expect(megabytes).toBeLessThan(80);
  });

  it("stays bounded over 10,000 rows × 20 columns of XLSX, every text its own", async () => {
    function* grid() {
      yield Array.from({ length: 20 }, (_, column) => `Column ${column}`);
      for (let row = 0; row < 10_000; row += 1)
        yield Array.from({ length: 20 }, (_, column) => `What was said in row ${row}, column ${column}`);
    }
    const bytes = sampleWorkbook(grid());
    async function* file() {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    }
    const { rows, megabytes } = await growth(file());
    expect(rows).toBe(10_000);
    expect(megabytes).toBeLessThan(120);
  });
});
