import "server-only";
import { fromDb, toDb } from "@/lib/db/dates";
import type { PlainDate } from "@/lib/domain/plain-date";
import { contentVersion } from "@/lib/features/drafts/content-version";

/** That the organisation accepted the reasons for doing nothing: when, who decided, and whether members took part. */
export type Explanation = {
  acceptedOn: PlainDate | null;
  decidedBy: string | null;
  membersTookPart: boolean | null;
};

type Columns = {
  explanationAcceptedOn: Date | null;
  explanationDecidedBy: string | null;
  explanationMembersIn: boolean | null;
};

export function explanationOf(row: Columns): Explanation {
  return {
    acceptedOn: fromDb(row.explanationAcceptedOn),
    decidedBy: row.explanationDecidedBy,
    membersTookPart: row.explanationMembersIn,
  };
}

export function explanationColumns({ acceptedOn, decidedBy, membersTookPart }: Explanation): Columns {
  return {
    explanationAcceptedOn: toDb(acceptedOn),
    explanationDecidedBy: decidedBy,
    explanationMembersIn: membersTookPart,
  };
}

/** Two forms are the same version when they say the same of all three. */
export function explanationVersion({ acceptedOn, decidedBy, membersTookPart }: Explanation): string {
  return contentVersion({ acceptedOn, decidedBy, membersTookPart });
}
