import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { DESKTOP, PHONE, RIVERSIDE, signInAs, unique } from "./world";

// The main job in Arabic, by the words that stand on the screen: asked, answered, promised, and off the dashboard.

const CATALOGUE = "lib/i18n/messages/ar";
const messages = Object.fromEntries(
  readdirSync(CATALOGUE).map((file) => [
    path.parse(file).name,
    JSON.parse(readFileSync(path.join(CATALOGUE, file), "utf8")),
  ]),
);

/** A text of the catalogue, such as `standing.label.promised`. */
function t(key: string): string {
  const [file = "", ...rest] = key.split(".");
  const found = rest.reduce((at, part) => at?.[part], messages[file]);
  if (typeof found !== "string") throw new Error(`${key} is not in the catalogue`);
  return found;
}

for (const [name, viewport] of [
  ["a phone", PHONE],
  ["a laptop", DESKTOP],
] as const) {
  test.describe(`in Arabic, on ${name}`, () => {
    test.use({ viewport });

    test("a consultation is logged, answered, promised and read on the dashboard", async ({
      page,
      context,
      baseURL,
    }) => {
      const title = unique("تذاكر الحافلات للعائلات");
      await signInAs(page, "coordinator");
      await context.addCookies([{ name: "locale", value: "ar", url: baseURL ?? "" }]);
      await page.goto(`${RIVERSIDE}/log`);
      await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
      await page.getByRole("button", { name: t("quick-log.fullForm") }).click();
      await page.getByLabel(t("consultation-form.field.publicBody")).fill("Riverside Borough Council");
      await page.getByLabel(t("consultation-form.field.title")).fill(title);
      await page.getByLabel(t("consultation-form.field.startsOn")).fill("٤/٣/٢٠٢٦");
      await page.getByLabel(t("consultation-form.field.endsOn")).fill("18/3/2026");
      await page.getByLabel(t("consultation-form.field.participants")).fill("٤٠٠");
      await page.getByLabel(t("consultation-form.field.minutesEach")).fill("90");
      await page.getByRole("button", { name: t("consultation-form.new.save") }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

      await page.goto(RIVERSIDE);
      await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText(title);
      await page.getByRole("link", { name: title }).first().click();

      await page
        .getByRole("link", { name: t("consultation.next.answer") })
        .first()
        .click();
      await page.getByRole("radio", { name: t("taxonomy.responseKind.findings") }).check();
      await page.getByLabel(t("response-form.field.receivedOn")).fill("1/6/2026");
      await page.getByRole("button", { name: t("response-form.new.save") }).click();
      await expect(page.getByText(t("standing.label.no_action")).first()).toBeVisible();

      await page
        .getByRole("link", { name: t("consultation.next.promise") })
        .first()
        .click();
      await page.getByLabel(t("follow-up-form.field.title")).fill("تذاكر مجانية من يناير");
      await page.getByRole("button", { name: t("follow-up-form.new.save") }).click();
      await expect(page.getByText(t("standing.label.promised")).first()).toBeVisible();

      await page.goto(RIVERSIDE);
      await expect(page.getByRole("heading", { level: 3, name: title })).toHaveCount(0);
    });
  });
}
