import type { ReleaseContext } from "./release-context";
import { releaseDate, releaseRow } from "./release-row";
import type { StoredFollowUp } from "./share-record";
import { type ReleasedPromise, type ReleasedText, releasedPromise } from "./snapshot";

export type Parent = {
  kind: "consultation" | "activity";
  id: string;
  /** As it was written, for the owner who is told what was kept back. */
  ownTitle: string;
  title: ReleasedText;
  /** Its reference, where it is part of the view. */
  ref: string | null;
  bodyId: string | null;
  topics: readonly string[];
};

/**
 * The promises made at a consultation or an activity, by bodies the view covers. What we are to do ourselves never
 * leaves. A promise without a date of its own falls due by the organisation's benchmark.
 */
export function releasePromises(
  context: ReleaseContext,
  followUps: readonly StoredFollowUp[],
  parent: Parent,
): ReleasedPromise[] {
  const keep = context.withheld.of(
    { kind: parent.kind, id: parent.id, title: parent.ownTitle },
    context.shows("promises"),
  );
  const monthsOnly = context.isSensitive(parent.topics);
  const rules = context.rules(monthsOnly, keep);
  return followUps.flatMap((stored) => {
    if (stored.row.owner !== "body" && stored.row.owner !== "joint") {
      keep("internal", "follow_up");
      return [];
    }
    const madeBy = typeof stored.row.public_body_id === "string" ? stored.row.public_body_id : parent.bodyId;
    if (!context.covers(madeBy)) return [];
    const row = releaseRow("follow_ups", stored.row, rules);
    const given = row.owner === "joint" ? "agreed" : "given";
    return [
      releasedPromise.parse({
        ref: context.refOf(String(row.id)),
        parent: { kind: parent.kind, ref: parent.ref, title: parent.title },
        body: context.body(madeBy, keep),
        topics: context.topics(parent.topics, keep),
        monthsOnly,
        owner: row.owner,
        waitingOn: row.waiting_on,
        title: row.title,
        promisedWords: row.promised_words,
        basis: row.basis,
        madeByRole: row.made_by_role,
        madeOn: row.made_on,
        due: {
          on: releaseDate(stored.due, monthsOnly),
          whose: row.due_on === null ? "benchmark" : given,
        },
        moves: stored.moves.map((move) => {
          const moved = releaseRow("date_moves", move, rules);
          return { fromOn: moved.from_on, toOn: moved.to_on, reason: moved.reason, movedOn: moved.moved_on };
        }),
        state: stored.state,
        bodySays: row.body_says,
        communitySays: row.community_says,
        doneOn: row.done_on,
        evidenceUrl: row.evidence_url,
      }),
    ];
  });
}
