import { expect, test } from "@playwright/test";
import { asOwner, signInAs, watch } from "./world";

test("an admin sees what failed, without a word of it, and has it tried again", async ({ page, context }) => {
  const seen = watch(context);
  // A task that no server knows stays where it is.
  const task = `canary-${Date.now()}`;
  const { rows } = await asOwner(async (client) => {
    const added = await client.query(
      `SELECT id FROM graphile_worker.add_job($1, '{"planted": "canary words"}'::json, max_attempts => 2)`,
      [task],
    );
    await client.query(
      "UPDATE graphile_worker._private_jobs SET attempts = 2, last_error = 'canary words' WHERE id = $1",
      [added.rows[0].id],
    );
    return added;
  });
  await signInAs(page, "admin");
  await page.goto("/admin/health");
  const row = page.getByRole("row").filter({ hasText: task });
  await expect(row).toContainText("Failed");
  await expect(row).toContainText("2 of 2");
  expect(await page.content()).not.toContain("canary words");
  await expect(page.getByText("Size of the database")).toBeVisible();

  await row.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("It will be tried again now.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: task })).toContainText("Waiting");
  await asOwner((client) =>
    client.query("DELETE FROM graphile_worker._private_jobs WHERE id = $1", [rows[0].id]),
  );
  expect(seen.problems).toEqual([]);
});

test("metrics are not there without a secret", async ({ request }) => {
  const tries: Record<string, string>[] = [{}, { authorization: "Bearer guess" }];
  for (const headers of tries) expect((await request.get("/api/metrics", { headers })).status()).toBe(404);
});
