import { createHash, randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { aFullSnapshot } from "@/lib/domain/shared-view/sample-view";
import { folderStore } from "@/lib/services/files/folder-store";
import { readSettings } from "@/scripts/parts/database.mjs";
import { putView } from "./shared-world";
import { asOwner, type DemoPerson, RIVERSIDE } from "./world";

// Every page and route there is, with who may see it: asked for from five positions in routes.spec.ts, and, where it
// is a page, looked at in both languages, at both widths, light and dark in accessibility.spec.ts. A new one fails
// both until it is listed here, once.

export type Who = "stranger" | "neighbour" | "viewer" | "officer" | "admin";
export type Answer = "page" | "sign-in" | "nothing";
type Answers = Record<Who, Answer>;

/** Routes that take a POST and answer no GET. */
export const POST_ONLY = "POST";

type Listed = {
  answers: Answers | typeof POST_ONLY;
  /** Who looks at it; null is a stranger. */
  reader: DemoPerson | null;
  /** Addresses of the same page that look different: filtered, empty, with a mistake. Beside its own. */
  also?: readonly string[];
};

const NOTHING: Answers = {
  stranger: "nothing",
  neighbour: "nothing",
  viewer: "nothing",
  officer: "nothing",
  admin: "nothing",
};
const EVERYBODY: Answers = {
  stranger: "page",
  neighbour: "page",
  viewer: "page",
  officer: "page",
  admin: "page",
};

const MEMBERS: Answers = { ...NOTHING, stranger: "sign-in", viewer: "page" };

const anybody: Listed = { answers: EVERYBODY, reader: null };
const nobody: Listed = { answers: NOTHING, reader: null };
const signedIn: Listed = { answers: { ...EVERYBODY, stranger: "sign-in" }, reader: "coordinator" };
const members: Listed = { answers: MEMBERS, reader: "coordinator" };
/** Editors and owners: not the viewer. */
const writers: Listed = { answers: { ...MEMBERS, viewer: "nothing" }, reader: "coordinator" };
const owners: Listed = { answers: { ...MEMBERS, viewer: "nothing" }, reader: "coordinator" };
const admins: Listed = { answers: { ...NOTHING, stranger: "sign-in", admin: "page" }, reader: "admin" };
/** The officer it was released to. */
const officers: Listed = {
  answers: { ...NOTHING, stranger: "sign-in", officer: "page" },
  reader: "officer",
};
/** Of the API: read with the session of a member, and nobody is sent to sign in. */
const readers: Listed = { answers: { ...NOTHING, viewer: "page" }, reader: null };
const postOnly: Listed = { answers: POST_ONLY, reader: null };

/** By its folders below app/, without groups. What stands in brackets is filled in by `addressOf`. */
export const ROUTES: Record<string, Listed> = {
  "/": { ...anybody, also: ["/no-such-page"] },
  "/privacy": anybody,
  "/sign-in": { ...anybody, also: ["/sign-in?problem=required"] },
  "/sign-in/sent": anybody,
  "/sign-in/confirm": { ...anybody, also: ["/sign-in/confirm?email=a@example.org&token=x"] },
  "/shared": { ...signedIn, reader: "officer" },
  "/shared/[token]": { ...anybody, also: ["/shared/[locked]?problem=wrong", "/shared/no-such-link"] },
  "/shared/[token]/csv": anybody,
  "/shared/[token]/calendar.ics": anybody,
  "/shared/[token]/unlock": postOnly,
  "/shared/view/[id]": officers,
  // A file asks nobody to sign in.
  "/shared/view/[id]/csv": { ...officers, answers: { ...NOTHING, officer: "page" } },
  "/shared/view/[id]/calendar.ics": { ...officers, answers: { ...NOTHING, officer: "page" } },
  "/demo/[person]": postOnly,
  "/language": postOnly,
  "/sign-out": postOnly,
  "/account": signedIn,
  "/account/delete": { ...signedIn, also: ["/account/delete?problem=not_your_address"] },
  "/account/erase": postOnly,
  "/account/stop/[workspace]": members,
  "/invitation/[token]": { ...anybody, also: ["/invitation/unknown"] },
  "/invitation/[token]/accept": postOnly,
  "/invitation/[token]/sign-out": postOnly,
  "/admin": admins,
  "/admin/second-factor": { ...admins, also: ["/admin/second-factor?next=/admin&problem=wrong_code"] },
  "/admin/reference/bodies": { ...admins, also: ["/admin/reference/bodies?q=no+such+body"] },
  "/admin/reference/bodies/new": admins,
  "/admin/reference/bodies/[id]": admins,
  "/admin/reference/bodies/[id]/merge": admins,
  "/admin/reference/bodies/[id]/end": admins,
  "/admin/reference/rates": admins,
  "/admin/reference/rates/new": admins,
  "/admin/reference/rates/[id]": admins,
  "/admin/reference/topics": admins,
  "/admin/reference/topics/new": admins,
  "/admin/reference/topics/[key]": admins,
  "/admin/support": admins,
  "/admin/health": admins,
  "/admin/workspaces": {
    ...admins,
    also: [
      "/admin/workspaces?state=erased",
      "/admin/workspaces?q=no+such+thing",
      "/admin/workspaces/harbour-womens-circle",
    ],
  },
  "/admin/workspaces/new": admins,
  "/admin/workspaces/[slug]": admins,
  "/admin/workspaces/[slug]/[step]": admins,
  "/api/health": anybody,
  "/api/docs": anybody,
  "/api/v1/openapi.json": anybody,
  "/api/v1/[...rest]": nobody,
  "/api/v1/workspaces/[slug]": readers,
  "/api/v1/workspaces/[slug]/summary": readers,
  "/api/v1/workspaces/[slug]/consultations": readers,
  "/api/v1/workspaces/[slug]/consultations/[id]": readers,
  "/api/v1/workspaces/[slug]/consultations/[id]/responses": postOnly,
  "/api/v1/workspaces/[slug]/consultations/[id]/follow-ups": postOnly,
  "/api/v1/workspaces/[slug]/consultations/[id]/extensions": postOnly,
  "/api/v1/workspaces/[slug]/follow-ups/[id]": postOnly,
  "/api/v1/workspaces/[slug]/activities": readers,
  "/api/v1/workspaces/[slug]/imports": postOnly,
  // An owner's alone.
  "/api/v1/workspaces/[slug]/export": nobody,
  "/api/v1/workspaces/[slug]/calendar.ics": readers,
  // Not there without METRICS_SECRET.
  "/api/metrics": nobody,
  "/api/auth/[...nextauth]": nobody,
  "/w/[workspace]": members,
  "/w/[workspace]/consultations": {
    ...members,
    also: ["/w/[workspace]/consultations?standing=flagged", "/w/[workspace]/consultations?q=no+such+thing"],
  },
  "/w/[workspace]/consultations/download": members,
  "/w/[workspace]/consultations/new": writers,
  "/w/[workspace]/consultations/link": writers,
  "/w/[workspace]/consultations/[id]": members,
  "/w/[workspace]/consultations/[id]/edit": writers,
  "/w/[workspace]/consultations/[id]/answer": writers,
  "/w/[workspace]/consultations/[id]/answer/[response]": writers,
  "/w/[workspace]/consultations/[id]/promise": writers,
  "/w/[workspace]/consultations/[id]/promise/[followUp]": writers,
  "/w/[workspace]/consultations/[id]/extension": writers,
  "/w/[workspace]/consultations/[id]/extension/[extension]": writers,
  "/w/[workspace]/consultations/[id]/reasons": writers,
  "/w/[workspace]/consultations/[id]/cancel": writers,
  "/w/[workspace]/consultations/[id]/files/new": {
    ...writers,
    also: ["/w/[workspace]/consultations/[id]/files/new?about=response+[response]"],
  },
  "/w/[workspace]/log": { ...writers, also: ["/w/[workspace]/log?like=[id]"] },
  "/w/[workspace]/log/[id]": writers,
  "/w/[workspace]/log/to-finish": writers,
  "/w/[workspace]/log/long-form": postOnly,
  "/w/[workspace]/activities": { ...members, also: ["/w/[workspace]/activities?q=no+such+thing"] },
  "/w/[workspace]/activities/download": members,
  "/w/[workspace]/activities/new": writers,
  "/w/[workspace]/activities/[id]": members,
  "/w/[workspace]/activities/[id]/edit": writers,
  "/w/[workspace]/activities/[id]/promise": writers,
  "/w/[workspace]/activities/[id]/promise/[followUp]": writers,
  "/w/[workspace]/activities/[id]/files/new": writers,
  "/w/[workspace]/follow-ups": {
    ...members,
    also: ["/w/[workspace]/follow-ups?side=by_us", "/w/[workspace]/follow-ups?side=tell&state=done"],
  },
  "/w/[workspace]/follow-ups/download": members,
  "/w/[workspace]/follow-ups/calendar": {
    ...members,
    also: ["/w/[workspace]/follow-ups/calendar?problem=read_only"],
  },
  "/w/[workspace]/bodies": members,
  "/w/[workspace]/bodies/download": members,
  "/w/[workspace]/bodies/search": { ...members, also: ["/w/[workspace]/bodies/search?q=leeds"] },
  "/w/[workspace]/bodies/search/names": { ...members, answers: { ...MEMBERS, stranger: "nothing" } },
  "/w/[workspace]/bodies/[id]": members,
  "/w/[workspace]/bodies/[id]/edit": writers,
  "/w/[workspace]/drafts": postOnly,
  "/w/[workspace]/shares": { ...owners, also: ["/w/[workspace]/shares?done=stopped"] },
  "/w/[workspace]/shares/new": owners,
  "/w/[workspace]/shares/[id]": owners,
  "/w/[workspace]/shares/[id]/edit": owners,
  "/w/[workspace]/shares/[id]/release": owners,
  "/w/[workspace]/settings/tokens": owners,
  "/w/[workspace]/settings/support": owners,
  "/w/[workspace]/settings/export": { ...owners, also: ["/w/[workspace]/settings/export?wait=1"] },
  "/w/[workspace]/settings/export/file": postOnly,
  "/w/[workspace]/settings/erase": {
    ...owners,
    also: ["/w/[workspace]/settings/erase?problem=not_the_name"],
  },
  "/w/[workspace]/import": writers,
  "/w/[workspace]/import/upload": postOnly,
  "/w/[workspace]/files/upload": postOnly,
  "/w/[workspace]/files/[id]": members,
  "/w/[workspace]/import/[id]": writers,
  "/w/[workspace]/import/[id]/refused": writers,
  "/w/[workspace]/settings": { ...owners, also: ["/w/[workspace]/settings?done=saved&dates=34&listed=3"] },
  "/w/[workspace]/settings/retention": owners,
  "/w/[workspace]/settings/retention/[id]": owners,
  "/w/[workspace]/settings/retention/[id]/erase": owners,
  "/w/[workspace]/members": owners,
  "/w/[workspace]/members/invite": owners,
  "/w/[workspace]/members/[id]": owners,
  "/w/[workspace]/members/[id]/remove": owners,
  "/w/[workspace]/audit": {
    ...owners,
    also: [
      "/w/[workspace]/audit?group=removed&from=2001-01-01&until=2001-01-01",
      "/w/[workspace]/audit?from=some+day",
    ],
  },
  "/w/[workspace]/audit/export": owners,
};

/** A picture of one dot. */
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Routes of every page.tsx and route.ts below app/, groups left out. */
export function findRoutes(): { route: string; isPage: boolean }[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => ({
      route: `/${file}`.replace(/\/(page\.tsx|route\.ts)$/, "").replace(/\/\([^)]+\)/g, "") || "/",
      isPage: file.endsWith("page.tsx"),
    }))
    .sort((one, other) => (one.route < other.route ? -1 : 1));
}

/** Records of Riverside that the pages about one record are opened with, and words of theirs nobody else may read. */
export type Records = {
  activity: string;
  body: string;
  promise: string;
  consultation: string;
  response: string;
  followUp: string;
  extension: string;
  import: string;
  /** A small picture, attached to the consultation. */
  file: string;
  member: string;
  /** The token of an invitation to Riverside. */
  invitation: string;
  /** Views for officers: the tokens of two links, one with a passphrase, and the id of one released to an address. */
  sharedLink: string;
  lockedLink: string;
  sharedView: string;
  /** One that Riverside's owner released. */
  share: string;
  /** One of the hourly rates. */
  rate: string;
  canaries: string[];
};

/** Finds them, and makes what the demo lacks. */
export async function findRecords(): Promise<Records> {
  const { token: sharedLink } = await putView(aFullSnapshot());
  const { token: lockedLink } = await putView(aFullSnapshot(), { proof: "a proof" });
  const { id: sharedView } = await putView(aFullSnapshot(), { email: "officer@council.example" });
  return asOwner(async (client) => {
    const one = async (sql: string, ...given: string[]): Promise<Record<string, string>> =>
      (await client.query(sql, given)).rows[0] ?? {};
    const { id: w = "" } = await one("SELECT id FROM workspaces WHERE slug = 'riverside-refugee-forum'");
    const { id: owner = "" } = await one(
      "SELECT id FROM users WHERE email = 'coordinator@riverside.example'",
    );
    const { id: importId = "" } = await one(
      "INSERT INTO imports (workspace_id, id, file_name, state, created_by, headers) VALUES ($1, gen_random_uuid(), 'canary-register.csv', 'failed', $2, '[\"Title\"]') RETURNING id",
      w,
      owner,
    );
    // The richest there is: extended, answered and with a promise whose date moved.
    const told = await one(
      `SELECT e.consultation_id AS consultation, c.public_body_id AS body, e.id AS extension,
         (SELECT r.id FROM body_responses r WHERE r.workspace_id = c.workspace_id AND r.consultation_id = c.id LIMIT 1) AS response,
         (SELECT f.id FROM follow_ups f LEFT JOIN date_moves d ON d.workspace_id = f.workspace_id AND d.follow_up_id = f.id
          WHERE f.workspace_id = c.workspace_id AND f.consultation_id = c.id ORDER BY d.id NULLS LAST LIMIT 1) AS "followUp"
       FROM extensions e JOIN consultations c ON c.workspace_id = e.workspace_id AND c.id = e.consultation_id
       WHERE e.workspace_id = $1 ORDER BY 4 NULLS LAST, 5 NULLS LAST LIMIT 1`,
      w,
    );
    const { consultation = "", body = "", extension = "" } = told;
    const response =
      told.response ??
      (
        await one(
          "INSERT INTO body_responses (workspace_id, id, consultation_id, kind, summary) VALUES ($1, gen_random_uuid(), $2, 'update', 'canary update') RETURNING id",
          w,
          consultation,
        )
      ).id;
    const followUp =
      told.followUp ??
      (
        await one(
          "INSERT INTO follow_ups (workspace_id, id, consultation_id, title, made_on) VALUES ($1, gen_random_uuid(), $2, 'canary promise', current_date) RETURNING id",
          w,
          consultation,
        )
      ).id;
    const { activity = "", promise = "" } = await one(
      "SELECT activity_id AS activity, id AS promise FROM follow_ups WHERE workspace_id = $1 AND activity_id IS NOT NULL LIMIT 1",
      w,
    );
    const { id: file = "", place = "" } = await one(
      `INSERT INTO attachments (workspace_id, id, consultation_id, file_id, name, format, bytes)
       VALUES ($1, gen_random_uuid(), $2, gen_random_uuid(), 'canary picture.png', 'png', $3) RETURNING id, file_id AS place`,
      w,
      consultation,
      String(DOT.length),
    );
    await folderStore(path.join((await readSettings()).dataDir, "files")).write(
      { workspaceId: w, fileId: place },
      DOT,
    );
    const { id: member = "" } = await one("SELECT id FROM users WHERE email = 'volunteer@riverside.example'");
    const { id: share = "" } = await one(
      "SELECT id FROM shares WHERE workspace_id = $1 AND public_body_id IS NOT NULL AND stopped_at IS NULL ORDER BY released_at LIMIT 1",
      w,
    );
    const invitation = randomBytes(32).toString("base64url");
    await one(
      `INSERT INTO invitations (workspace_id, id, email, role, locale, invited_by, token_hash, sent_at, expires_at)
       VALUES ($1, gen_random_uuid(), $2, 'editor', 'en', $3, $4, now(), now() + interval '14 days')`,
      w,
      `invited-${invitation.slice(0, 8).toLowerCase()}@example.org`,
      owner,
      createHash("sha256").update(invitation).digest("hex"),
    );
    await one(
      `INSERT INTO retention_reviews (workspace_id, id, consultation_id, last_on, listed_at) VALUES ($1, $2, $2, '2019-05-01', now())
       ON CONFLICT DO NOTHING`,
      w,
      consultation,
    );
    const titles = await client.query<{ title: string }>(
      "SELECT title FROM consultations WHERE workspace_id = $1 UNION SELECT title FROM activities WHERE workspace_id = $1",
      [w],
    );
    return {
      ...{ activity, body, promise, consultation, extension, import: importId, file, member, invitation },
      ...{ sharedLink, lockedLink, sharedView, share },
      rate: (await one("SELECT id FROM hourly_rates LIMIT 1")).id ?? "",
      response: response ?? "",
      followUp: followUp ?? "",
      canaries: [
        ...titles.rows.map(({ title }) => title),
        "canary-register.csv",
        "canary update",
        "canary promise",
        "canary picture",
      ],
    };
  });
}

/** The address of a route in a workspace, with Riverside's records in it. */
export function addressOf(route: string, records: Records, workspace: string = RIVERSIDE): string {
  return route
    .replace("/w/[workspace]", workspace)
    .replace("/admin/workspaces/[slug]", `/admin${workspace.replace("/w/", "/workspaces/")}`)
    .replace("/api/v1/workspaces/[slug]", `/api/v1${workspace.replace("/w/", "/workspaces/")}`)
    .replace("[step]", "suspend")
    .replace("/admin/reference/bodies/[id]", "/admin/reference/bodies/gss:E08000035")
    .replace("/admin/reference/rates/[id]", `/admin/reference/rates/${records.rate}`)
    .replace("/admin/reference/topics/[key]", "/admin/reference/topics/housing")
    .replace("/account/stop/[workspace]", `/account/stop/${workspace.split("/").at(-1)}`)
    .replace("/shared/[token]", `/shared/${records.sharedLink}`)
    .replace("/shared/[locked]", `/shared/${records.lockedLink}`)
    .replace("/shared/view/[id]", `/shared/view/${records.sharedView}`)
    .replace("/shares/[id]", `/shares/${records.share}`)
    .replace("/invitation/[token]", `/invitation/${records.invitation}`)
    .replace("/members/[id]", `/members/${records.member}`)
    .replace("/retention/[id]", `/retention/${records.consultation}`)
    .replace("/consultations/[id]", `/consultations/${records.consultation}`)
    .replace("/log/[id]", `/log/${records.consultation}`)
    .replace("like=[id]", `like=${records.consultation}`)
    .replace(
      "/activities/[id]/promise/[followUp]",
      `/activities/${records.activity}/promise/${records.promise}`,
    )
    .replace("/files/[id]", `/files/${records.file}`)
    .replace("/activities/[id]", `/activities/${records.activity}`)
    .replace("/bodies/[id]", `/bodies/${records.body}`)
    .replace("/import/[id]", `/import/${records.import}`)
    .replace("[response]", records.response)
    .replace("[followUp]", records.followUp)
    .replace("[extension]", records.extension)
    .replace("[...nextauth]", "session")
    .replace("[person]", "coordinator");
}

/** Everybody who looks at a page; null is a stranger. */
export const READERS = [...new Set(Object.values(ROUTES).map(({ reader }) => reader))];

/** The addresses of every page that `reader` is to look at. */
export function addressesOf(reader: DemoPerson | null, records: Records): string[] {
  const pages = new Set(findRoutes().flatMap(({ route, isPage }) => (isPage ? [route] : [])));
  return Object.entries(ROUTES)
    .filter(([route, listed]) => pages.has(route) && listed.reader === reader)
    .flatMap(([route, { also = [] }]) => [route, ...also].map((one) => addressOf(one, records)));
}
