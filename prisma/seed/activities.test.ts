import { describe, expect, it } from "vitest";
import { newActivityPromise } from "@/lib/domain/follow-up";
import { ACTIVITY_KINDS } from "@/lib/domain/taxonomy";
import { activityRows, DEMO_ACTIVITIES } from "./activities";

const all = DEMO_ACTIVITIES.flatMap(({ activities }) => activities);
const today = "2026-11-23";
const { rows, topics } = activityRows(today);

describe("the demo's activities", () => {
  it("are enough, of nearly every kind, with visits both ways", () => {
    expect(DEMO_ACTIVITIES.map(({ activities }) => activities.length)).toEqual([21, 6]);
    expect(new Set(all.map(({ kind }) => kind)).size).toBeGreaterThan(ACTIVITY_KINDS.length - 6);
    expect(all.some(({ whose, body }) => whose === "theirs" && body)).toBe(true);
    expect(all.some(({ whose, officials }) => whose === "ours" && officials)).toBe(true);
  });

  it("name nobody, no season, and none of the words people fear", () => {
    const words = JSON.stringify(all);
    expect(words).not.toMatch(
      /\b(return\w*|settle[dr]\w*|leave|leaving|refus\w*|removal\w*|interview\w*|hearing\w*|status|ignor\w*|beneficiar\w*)\b/i,
    );
    expect(words).not.toMatch(
      /\b(spring|summer|autumn|winter|January|February|April|June|July|August|September|October|November|December|20\d\d)\b/i,
    );
    expect(words).not.toMatch(/@|\b(Mr|Mrs|Ms|Dr|Cllr|Councillor) /);
  });

  it("promise only what the form would take, and tell of nothing before it was known", () => {
    for (const row of rows.get("follow_ups") ?? []) {
      const { workspace_id, version, created_at, created_by, updated_at, updated_by, ...columns } = row;
      const input = Object.fromEntries(
        Object.entries(columns).map(([column, value]) => [
          column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
          value,
        ]),
      );
      expect(newActivityPromise.safeParse(input).error).toBeUndefined();
    }
    const stamps = [...rows.values()].flat().flatMap(({ created_at, at }) => [created_at, at]);
    expect(stamps.filter((at) => at !== undefined && String(at) >= today)).toEqual([]);
    expect(activityRows(today)).toEqual({ rows, topics });
  });
});
