import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any page has. */
const MOST_STOPS = 250;

/** Where the focus is: what it is called, whether its ring is drawn on the screen, and where on the page. */
type Stop = { what: string; seen: boolean; inMain: boolean; x: number; end: number; y: number };

function currentStop(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body)
      return null;
    const proxy = element.nextElementSibling;
    const ringed = [element, ...(proxy?.classList.contains("focus-proxy") ? [proxy] : [])].filter((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 3;
    });
    const box = (ringed[0] ?? element).getBoundingClientRect();
    const onScreen =
      box.width > 0 &&
      box.height > 0 &&
      box.bottom > 0 &&
      box.top < innerHeight &&
      box.right > 0 &&
      box.left < innerWidth;
    const { scrollX: left, scrollY: top } = window;
    return {
      what: element.outerHTML.slice(0, 140),
      seen: ringed.length > 0 && onScreen,
      inMain: element.closest("main") !== null,
      x: box.left + left,
      end: box.right + left,
      y: box.top + top,
    };
  });
}

/** Presses a key of the keyboard and looks where the focus is: wherever it is, it is seen. */
export async function press(page: Page, key: string): Promise<Stop | null> {
  await page.keyboard.press(key);
  const stop = await currentStop(page);
  if (stop) expect({ ...stop, seen: true }, "the focus is seen").toEqual(stop);
  return stop;
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** Presses Tab until `target` has the focus. At every stop on the way the focus is seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: "visible" });
  // Until its style has come a page is not painted, and rings are not as they will be.
  await target.page().waitForLoadState();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await isFocused(target)) return;
    await press(page, "Tab");
  }
  throw new Error(`${target} cannot be reached by keyboard`);
}

/** Goes to a link or a button and presses it. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Goes to a text field and types into it; what stood there goes. */
export async function type(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(words);
}

/** Goes to a question with round buttons and moves to one of its answers. */
export async function choose(page: Page, question: Locator, answer: string): Promise<void> {
  const radios = question.getByRole("radio");
  const checked = question.locator("input:checked");
  await tabTo(page, (await checked.count()) > 0 ? checked.first() : radios.first());
  const wanted = question.getByRole("radio", { name: answer, exact: true });
  await page.keyboard.press("Space");
  for (let moves = await radios.count(); moves > 0 && !(await wanted.isChecked()); moves--)
    await press(page, "ArrowDown");
  await expect(wanted).toBeChecked();
}

/** Goes to a list to choose from and types the beginning of a choice. */
export async function select(page: Page, target: Locator, start: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(start);
}

/** Every stop of the page's main part, from its first to its last, in the order of Tab. */
export async function stopsOfMain(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  await page.locator("main").evaluate((main) => {
    main.setAttribute("tabindex", "-1");
    main.focus();
  });
  for (let count = 0; count < MOST_STOPS; count++) {
    const stop = await press(page, "Tab");
    if (!stop?.inMain) return stops;
    stops.push(stop);
  }
  throw new Error("The focus never leaves the page");
}

/** Line by line from the top; within a line from the side where reading starts. */
export function expectReadingOrder(stops: readonly Stop[], direction: "ltr" | "rtl"): void {
  const outOfOrder = stops.flatMap((stop, index) => {
    const before = stops[index - 1];
    if (!before) return [];
    const sameLine = Math.abs(stop.y - before.y) < 12;
    const onwards = direction === "ltr" ? stop.x >= before.x : stop.end <= before.end;
    return sameLine ? (onwards ? [] : [stop]) : stop.y > before.y ? [] : [stop];
  });
  expect(outOfOrder).toEqual([]);
}
