import type { PlainDate } from "@/lib/domain/plain-date";
import { isSensitiveTopic } from "@/lib/domain/privacy/sensitive-topics";
import { standingNumber } from "@/lib/domain/privacy/suppression";
import type { RELEASED } from "./allow-list";
import { type Keeper, type ReleasedRow, type Row, type Rules, releaseRow } from "./release-row";
import type { PinnedCount, ShareRecord } from "./share-record";
import type { ReleasedBody, Section } from "./snapshot";
import { Withholding } from "./withheld";

/** What an owner chose to show. */
export type ReleaseScope = {
  /** Null: every public body. */
  bodyId: string | null;
  fromOn: PlainDate | null;
  toOn: PlainDate | null;
  sections: readonly Section[];
};

type Topic = { key: string | null; name: ReleasedRow<(typeof RELEASED)["topics"]>["name"] };

/** What every part of a view is made with: lookups, references, rules, and what was kept back on the way. */
export class ReleaseContext {
  readonly withheld = new Withholding();
  /** The numbers behind what is shown now. */
  readonly counts: PinnedCount[] = [];
  readonly #bodies = new Map<string, Row>();
  readonly #topics = new Map<string, Row>();
  readonly #pinned: Map<string, number>;
  readonly #bodyNames: string[];
  /** The body of the scope, and those before it that it inherited what they owed from. */
  readonly #covered: ReadonlySet<string>;

  constructor(
    record: ShareRecord,
    readonly scope: ReleaseScope,
    readonly today: PlainDate,
    /** A record's reference in this view: stable, and not to be turned back. */
    readonly refOf: (id: string) => string,
  ) {
    for (const body of record.bodies) this.#bodies.set(String(body.id), body);
    for (const topic of record.topics) this.#topics.set(String(topic.id), topic);
    this.#pinned = new Map(record.counts.map((one) => [`${one.subjectId} ${one.part}`, one.people]));
    this.#bodyNames = record.bodies.map((body) => String(body.name));
    this.#covered = inheritedBy(scope.bodyId, record.bodies);
  }

  shows(section: Section): boolean {
    return this.scope.sections.includes(section);
  }

  /** Whether a view for one body has room for this one. */
  covers(bodyId: string | null): boolean {
    return this.scope.bodyId === null || (bodyId !== null && this.#covered.has(bodyId));
  }

  rules(monthsOnly: boolean, keep: Keeper, subject?: { id: string; part: string }): Rules {
    return {
      monthsOnly,
      keep,
      bodies: this.#bodyNames,
      standFor: (people) => {
        if (!subject) throw new Error("A number of people without a record to stand for");
        const standing = standingNumber(people, this.#pinned.get(`${subject.id} ${subject.part}`));
        this.counts.push({ subjectId: subject.id, part: subject.part, people: standing });
        return standing;
      },
    };
  }

  body(id: string | null, keep: Keeper): ReleasedBody | null {
    const row = id === null ? undefined : this.#bodies.get(id);
    if (id === null || !row) return null;
    const { name, kind } = releaseRow("public_bodies", row, this.rules(false, keep));
    return { ref: this.refOf(id), name: name ?? "", kind: kind as ReleasedBody["kind"] };
  }

  topics(ids: readonly string[], keep: Keeper): Topic[] {
    return ids.flatMap((id) => {
      const row = this.#topics.get(id);
      if (!row) return [];
      const { key, name } = releaseRow("topics", row, this.rules(false, keep));
      return [{ key: typeof key === "string" ? key : null, name }];
    });
  }

  /** Whether a record on these topics shows months only. */
  isSensitive(ids: readonly string[]): boolean {
    return ids.some((id) => {
      const topic = this.#topics.get(id);
      return (
        topic !== undefined &&
        isSensitiveTopic({ key: typeof topic.key === "string" ? topic.key : null, name: String(topic.name) })
      );
    });
  }
}

/** A body with every one that came before it: a successor answers for what they asked and promised. */
function inheritedBy(bodyId: string | null, bodies: readonly Row[]): ReadonlySet<string> {
  const covered = new Set(bodyId === null ? [] : [bodyId]);
  for (const id of covered)
    for (const body of bodies) if (body.succeeded_by === id) covered.add(String(body.id));
  return covered;
}
