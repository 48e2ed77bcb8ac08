// The records of the measuring workspaces, as set-based SQL: $1 the numbers of the workspaces, $2 how many
// consultations each gets. Everything follows from the numbers, around one fixed day, so that two runs are alike.

const ANCHOR = "date '2026-06-30'";
/** A UUID of version 8: one made from a hash is refused where ids are read. */
const id = (kind: string, ...numbers: string[]) =>
  `overlay(overlay(md5('${["bench", kind].join(":")}' ${numbers.map((number) => `|| ':' || ${number}`).join(" ")}) placing '8' from 13) placing '8' from 17)::uuid`;
/** A number from 0 to `below - 1` that looks arbitrary and is not. */
const pick = (below: number, salt: number) => `((n * 7919 + i * 104729 + ${salt}) % ${below})`;
const oneOf = (salt: number, ...values: string[]) =>
  `(ARRAY[${values.map((value) => `'${value}'`).join(", ")}])[1 + ${pick(values.length, salt)}]`;

const BODIES = [
  "('Borough Council', 'council')",
  "('County Council', 'council')",
  "('NHS Trust', 'health')",
  "('Police', 'police')",
  "('University', 'university')",
  "('College', 'college')",
  "('Ministry', 'ministry')",
  "('Community Fund', 'funder')",
];

const numbers = "FROM unnest($1::int[]) n";
const consultations = `${numbers} CROSS JOIN generate_series(1, $2::int) i`;

export const BENCH_STATEMENTS: readonly string[] = [
  `INSERT INTO users (id, email, name) SELECT ${id("owner", "n")}, 'owner@bench-' || n || '.example', 'Owner ' || n ${numbers}
   ON CONFLICT DO NOTHING`,
  `INSERT INTO workspaces (id, slug, name, capacity_hours) SELECT ${id("workspace", "n")}, 'bench-' || n, 'Bench organisation ' || n, 60 ${numbers}`,
  `INSERT INTO memberships (workspace_id, user_id, role) SELECT ${id("workspace", "n")}, ${id("owner", "n")}, 'owner' ${numbers}`,
  `INSERT INTO public_bodies (workspace_id, id, name, kind)
   SELECT ${id("workspace", "n")}, ${id("body", "n", "b.i")}, 'Bench ' || n || ' ' || b.name, b.kind::body_kind
   ${numbers} CROSS JOIN (VALUES ${BODIES.map((body, i) => body.replace("(", `(${i}, `)).join(", ")}) b (i, name, kind)`,
  `INSERT INTO consultations (workspace_id, id, reference, title, public_body_id, kind, voice, participation_level, asked_on,
     starts_on, ends_on, answer_promised_on, cancelled_on, participants, sessions, minutes_each, staff_hours)
   SELECT ${id("workspace", "n")}, ${id("consultation", "n", "i")}, 'B' || n || '-' || i,
     ${oneOf(1, "Survey", "Focus group", "Workshop", "Meeting")} || ' about ' ||
       ${oneOf(2, "housing repairs", "the bus lanes", "dental care", "school places", "safer streets")} || ' (' || i || ')',
     ${id("body", "n", pick(BODIES.length, 3))},
     ${oneOf(4, "survey", "focus_group", "meeting", "co_design", "advisory_group")}::consultation_kind,
     ${oneOf(5, "leaders_only", "staff", "leaders_and_members", "members", "wider_community")}::voice,
     ${oneOf(6, "informed", "consulted", "involved", "collaborating")}::participation_level,
     began - 14, began, CASE WHEN ${pick(23, 7)} > 0 THEN began + ${pick(40, 8)} END,
     CASE WHEN ${pick(4, 9)} = 0 THEN began + 130 END, CASE WHEN ${pick(50, 10)} = 0 THEN began - 1 END,
     CASE WHEN ${pick(20, 11)} > 0 THEN 3 + ${pick(60, 12)} END, 1 + ${pick(3, 13)}, 30 * (1 + ${pick(5, 14)}),
     ${pick(8, 15)}
   ${consultations} CROSS JOIN LATERAL (SELECT ${ANCHOR} + 45 - ${pick(900, 16)} AS began) d`,
  `INSERT INTO consultation_topics (workspace_id, consultation_id, topic_id)
   SELECT t.workspace_id, ${id("consultation", "n", "i")}, t.id
   ${consultations} JOIN topics t ON t.workspace_id = ${id("workspace", "n")}
     AND t.key IN (${oneOf(17, "housing", "health", "education", "safety", "transport")}, ${oneOf(18, "youth", "employment", "language")})`,
  `INSERT INTO follow_ups (workspace_id, id, consultation_id, owner, title, basis, made_by_role, made_on, due_on, body_says, done_on, community_says)
   SELECT ${id("workspace", "n")}, ${id("followUp", "n", "i", "k")}, ${id("consultation", "n", "i")},
     CASE WHEN ${pick(10, 19)} = 0 THEN 'joint' ELSE 'body' END::follow_up_owner,
     'Promise ' || k || ' of ' || i, ${oneOf(20, "written", "minuted", "spoken")}::promise_basis, 'Head of service',
     made, CASE WHEN ${pick(5, 21)} > 0 THEN made + 90 END, says,
     CASE WHEN says = 'done' THEN made + 80 END,
     CASE WHEN says = 'done' THEN ${oneOf(22, "yes", "partly", "not_asked", "no")}::community_says ELSE 'not_asked' END
   ${consultations} CROSS JOIN LATERAL generate_series(1, i % 4) k
   CROSS JOIN LATERAL (
     SELECT ${ANCHOR} + 75 - ${pick(900, 16)} AS made,
       (ARRAY['not_started', 'in_progress', 'done', 'done', 'dropped'])[1 + (n + i * 3 + k) % 5]::body_says AS says
   ) f`,
  `INSERT INTO body_responses (workspace_id, id, consultation_id, kind, received_on, summary)
   SELECT ${id("workspace", "n")}, ${id("response", "n", "i")}, ${id("consultation", "n", "i")},
     ${oneOf(23, "findings", "decision", "acknowledgement", "update", "refusal")}::response_kind,
     ${ANCHOR} + 120 - ${pick(900, 16)}, 'What they said about ' || i
   ${consultations} WHERE (i / 4) % 2 = 0`,
];
