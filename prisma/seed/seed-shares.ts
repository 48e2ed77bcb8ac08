import type { Client } from "pg";
import { DEMO_PEOPLE } from "@/lib/domain/demo-people";
import { addDays, type PlainDate } from "@/lib/domain/plain-date";
import { SECTIONS } from "@/lib/domain/release/snapshot";
import type { ShareContent } from "@/lib/domain/share";
import { makeRelease } from "@/lib/features/shares/make-release";
import { demoId, personId } from "./demo-ids";
import type { Row } from "./demo-rows";
import { HARBOUR, RIVERSIDE } from "./demo-workspaces";

/** What the demo's organisations have released to the demo's officer: each its own council's part of the record. */
const SHARES = [
  {
    workspace: RIVERSIDE,
    body: "Riverside Borough Council",
    by: "coordinator",
    replyTo: "hello@riverside.example",
  },
  {
    workspace: HARBOUR,
    body: "Harbour City Council",
    by: "harbourOwner",
    replyTo: "hello@harbour-women.example",
  },
] as const;

/** Days for which they can be opened, and how long ago inbox and website were checked. */
const OPEN_DAYS = 90;
const CHECKED_DAYS = 3;

/** Releases the demo's views as its owners would: what they show is made by the same code. In the seeder's transaction. */
export async function seedShares(
  client: Client,
  today: PlainDate,
  insertRows: (client: Client, table: string, rows: Row[]) => Promise<void>,
): Promise<void> {
  const at = `${today}T00:00:00Z`;
  for (const { workspace, body, by, replyTo } of SHARES) {
    const workspaceId = demoId(workspace.slug);
    await client.query("UPDATE workspaces SET contact_email = $2 WHERE id = $1", [workspaceId, replyTo]);
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM public_bodies WHERE workspace_id = $1 AND name = $2",
      [workspaceId, body],
    );
    const content: ShareContent = {
      audience: "officer",
      officerEmail: DEMO_PEOPLE.officer.email,
      publicBodyId: rows[0]?.id ?? null,
      fromOn: null,
      toOn: null,
      sections: [...SECTIONS],
      expiresOn: addDays(today, OPEN_DAYS),
      wantsPassphrase: false,
    };
    const id = demoId(workspace.slug, "share", body);
    const release = await makeRelease(
      async ({ text, values }) => (await client.query(text, values)).rows,
      workspaceId,
      { id, content },
      { today, checkedOn: addDays(today, -CHECKED_DAYS) },
    );
    if (!release) throw new Error(`The demo's view for ${body} holds too much`);
    await insertRows(client, "shares", [
      {
        workspace_id: workspaceId,
        id,
        audience: content.audience,
        officer_email: content.officerEmail,
        public_body_id: content.publicBodyId,
        sections: content.sections,
        expires_on: content.expiresOn,
        wants_passphrase: false,
        version: 2,
        released_at: at,
        created_at: at,
        created_by: personId(by),
        updated_at: at,
        updated_by: personId(by),
      },
    ]);
    await insertRows(client, "share_snapshots", [
      {
        workspace_id: workspaceId,
        share_id: id,
        snapshot: release.snapshot,
        withheld: release.withheld,
        released_at: at,
      },
    ]);
    const counts = release.counts.map(({ subjectId, part, people }) => ({
      workspace_id: workspaceId,
      subject_id: subjectId,
      part,
      people,
    }));
    if (counts.length > 0) await insertRows(client, "released_counts", counts);
    await insertRows(client, "audit_events", [
      {
        workspace_id: workspaceId,
        id: demoId(workspace.slug, "share", body, "released"),
        at,
        actor_id: personId(by),
        kind: "share.released",
        subject_id: id,
        detail: { audience: "officer", expiresOn: content.expiresOn },
      },
    ]);
  }
}
