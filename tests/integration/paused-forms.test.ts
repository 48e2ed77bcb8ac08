import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { systemClient } from "@/lib/db/clients";
import type { FormView } from "@/lib/domain/form-view";
import { logConsultationAction } from "@/lib/features/consultations/actions";
import { openLogForm } from "@/lib/features/consultations/open-log-form";
import { restoreRecordAction } from "@/lib/features/trash/actions";
import { aMember } from "@/tests/factories/member";
import { comeAs, leadsTo } from "@/tests/factories/request";

vi.mock("next/headers", () => import("@/tests/factories/request"));
vi.mock("next/navigation", () => import("@/tests/factories/request"));
vi.mock("next/server", () => import("@/tests/factories/request"));
vi.mock("next-intl/server", () => import("@/tests/factories/request"));

const now = new Date("2026-11-22T12:00:00Z");

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe("a form sent while the organisation is paused", () => {
  let editor: Awaited<ReturnType<typeof aMember>>;
  const setState = (state: "active" | "suspended" | "closing") =>
    systemClient().workspace.update({ where: { id: editor.workspace.id }, data: { state } });

  async function view(): Promise<FormView> {
    const opened = await openLogForm.run(editor.key, {}, now);
    if (!opened.ok) throw new Error(opened.code);
    return opened.value.value.view;
  }

  beforeEach(async () => {
    editor = await aMember("editor");
    comeAs(editor.token);
  });

  it.each(["suspended", "closing"] as const)("keeps what was typed and says why: %s", async (state) => {
    const { slug } = editor.workspace;
    const fields = {
      _workspace: slug,
      id: randomUUID(),
      title: "Half a day of work",
      startsOn: "4 March 2026",
    };
    await setState(state);
    expect(await leadsTo(() => logConsultationAction(form(fields)))).toBe(`/w/${slug}/consultations/new`);
    const paused = await view();
    expect(paused.values.title).toEqual(["Half a day of work"]);
    expect(paused.values.startsOn).toEqual(["4 March 2026"]);
    expect(paused.errors).toEqual([{ field: "", code: "read_only" }]);

    // Once it goes on, the same form is offered again, without a reason that holds no more.
    await setState("active");
    const again = await view();
    expect(again.values.title).toEqual(["Half a day of work"]);
    expect(again.errors).toEqual([]);
  });

  it("says so for a button that has no form, too", async () => {
    const { slug } = editor.workspace;
    await setState("suspended");
    const undo = form({ _workspace: slug, _from: "/consultations", trashId: randomUUID() });
    expect(await leadsTo(() => restoreRecordAction(undo))).toBe(`/w/${slug}/consultations?problem=read_only`);
  });
});
