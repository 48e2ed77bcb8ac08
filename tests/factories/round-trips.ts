import { randomUUID } from "node:crypto";
import pg from "pg";
import type { z } from "zod";
import type { UseCase } from "@/lib/access/use-case";
import type { Key } from "@/lib/db/doors";
import { logActivity } from "@/lib/features/activities/log-activity";
import { openActivityForm } from "@/lib/features/activities/open-activity-form";
import { openPromiseForm } from "@/lib/features/activities/open-promise-form";
import { recordPromise } from "@/lib/features/activities/record-promise";
import { getConsultation } from "@/lib/features/consultations/get-consultation";
import { logConsultation } from "@/lib/features/consultations/log-consultation";
import { openReasonsForm } from "@/lib/features/consultations/open-reasons-form";
import { openReviseForm } from "@/lib/features/consultations/open-revise-form";
import { openExtensionForm } from "@/lib/features/extensions/open-extension-form";
import { recordExtension } from "@/lib/features/extensions/record-extension";
import { openFollowUpForm } from "@/lib/features/follow-ups/open-follow-up-form";
import { recordFollowUp } from "@/lib/features/follow-ups/record-follow-up";
import { beginUpload } from "@/lib/features/imports/begin-upload";
import { openBodyForm } from "@/lib/features/public-bodies/open-body-form";
import { openResponseForm } from "@/lib/features/responses/open-response-form";
import { recordResponse } from "@/lib/features/responses/record-response";
import { openOldRecord } from "@/lib/features/retention/open-old-record";
import { openSettings } from "@/lib/features/settings/open-settings";
import { testDatabase } from "@/tests/setup/database";
import { consultationForm, sent } from "./consultation-form";

// For every use case in which people can write: a form to send, and how to read back what was written.

export type Typed = Record<string, string[]>;

/** Where a text is written: one workspace's owner, and records to write about. */
export type Desk = { key: Key; consultationId: string; activityId: string };

export type Trip = {
  /** There is one such record, or form, in a workspace: nobody else writes in it meanwhile. */
  alone?: true;
  /** Everything the form sends but the words; of a revision, after the record was made. */
  form: (desk: Desk) => Promise<Typed>;
  /** The same fields as the record has them afterwards. */
  read: (desk: Desk, form: Typed) => Promise<Typed>;
};

const now = new Date("2026-06-01T09:00:00Z");

async function outcomeOf<S extends z.ZodType, T>(
  useCase: UseCase<S, T>,
  key: Key,
  input: unknown,
): Promise<T> {
  const asked = useCase.audit === "none" ? undefined : { form: null };
  const result = await useCase.run(key, input, now, asked);
  if (!result.ok) throw new Error(`${JSON.stringify(input)}: ${JSON.stringify(result)}`);
  return result.value.value;
}

type Opened = { view: { values: Typed } };
async function opened<S extends z.ZodType, T extends Opened>(
  useCase: UseCase<S, T>,
  key: Key,
  input: Record<string, string>,
): Promise<Typed> {
  const result = await useCase.run(key, input, now);
  if (!result.ok) throw new Error(result.code);
  return result.value.value.view.values;
}

const idOf = (form: Typed) => form.id?.[0] ?? "";
const only = (word: string | null | undefined): string[] => (word ? [word] : []);

async function consultation({ key }: Desk, form: Typed): Promise<Typed> {
  const id = idOf(form);
  const values = await opened(openReviseForm, key, { id });
  const { decidedBy } = await opened(openReasonsForm, key, { id });
  const { record } = await outcomeOf(getConsultation, key, { id });
  return {
    ...values,
    ...(decidedBy && { explanationDecidedBy: decidedBy }),
    promise: only(record.followUps[0]?.promisedWords),
  };
}

/** The id of a consultation just logged. */
export async function madeConsultation({ key }: Desk): Promise<string> {
  const form = consultationForm();
  await outcomeOf(logConsultation, key, sent(form));
  return idOf(form);
}

function activityForm(): Typed {
  return {
    id: [randomUUID()],
    title: ["Open day"],
    kind: ["own"],
    ownKind: ["Ours"],
    startsOn: ["2026-03-04"],
  };
}

async function made<S extends z.ZodType, T>(useCase: UseCase<S, T>, key: Key, form: Typed): Promise<Typed> {
  await outcomeOf(useCase, key, sent(form));
  return form;
}

const answer = (desk: Desk) => ({
  id: [randomUUID()],
  consultationId: [desk.consultationId],
  kind: ["findings"],
});
const promise = (desk: Desk) => ({
  id: [randomUUID()],
  consultationId: [desk.consultationId],
  title: ["Interpreters"],
});
const activityPromise = (desk: Desk) => ({
  id: [randomUUID()],
  activityId: [desk.activityId],
  title: ["A room"],
  publicBody: ["Northfield Council"],
});
const extension = (desk: Desk) => ({
  id: [randomUUID()],
  consultationId: [desk.consultationId],
  newDueOn: ["2026-09-01"],
  agreedOn: ["2026-05-01"],
});
const quickScreen = () => ({ id: [randomUUID()], day: ["2026-06-01"], kind: ["meeting"] });

const readAnswer = ({ key, consultationId }: Desk, form: Typed) =>
  opened(openResponseForm, key, { consultationId, id: idOf(form) });
const readExtension = ({ key, consultationId }: Desk, form: Typed) =>
  opened(openExtensionForm, key, { consultationId, id: idOf(form) });
const readActivity = ({ key }: Desk, form: Typed) => opened(openActivityForm, key, { id: idOf(form) });

async function readPromise({ key, consultationId }: Desk, form: Typed): Promise<Typed> {
  const { view, moves } = await outcomeOf(openFollowUpForm, key, { consultationId, id: idOf(form) });
  return { ...view.values, moveReason: only(moves[0]?.reason) };
}

async function readActivityPromise({ key, activityId }: Desk, form: Typed): Promise<Typed> {
  const { view, moves } = await outcomeOf(openPromiseForm, key, { activityId, id: idOf(form) });
  return { ...view.values, moveReason: only(moves[0]?.reason) };
}

const MOVED = { dueOn: ["2026-12-24"] };

// What no form brings about, or brings back: asked of the database itself.
async function inDatabase(sql: string, given: string): Promise<Record<string, string>> {
  const owner = new pg.Client({ connectionString: testDatabase().owner });
  await owner.connect();
  const { rows } = await owner.query(sql, [given]);
  await owner.end();
  return rows[0] ?? {};
}

// Listed by a job.
async function listedAsOld(desk: Desk): Promise<string> {
  const id = await madeConsultation(desk);
  await inDatabase(
    "INSERT INTO retention_reviews (workspace_id, id, consultation_id, last_on, listed_at) SELECT workspace_id, id, id, starts_on, now() FROM consultations WHERE id = $1",
    id,
  );
  return id;
}

/** By the name of the use case. */
export const TRIPS: Record<string, Trip> = {
  logConsultation: {
    form: async () =>
      consultationForm({ explanationAcceptedOn: ["2026-05-20"], explanationMembersIn: ["on"] }),
    read: consultation,
  },
  reviseConsultation: {
    form: async (desk) => {
      const form = await made(logConsultation, desk.key, consultationForm());
      return opened(openReviseForm, desk.key, { id: idOf(form) });
    },
    read: consultation,
  },
  logQuickly: { form: async () => quickScreen(), read: consultation },
  acceptReasons: {
    form: async (desk) => ({
      ...(await opened(openReasonsForm, desk.key, { id: await madeConsultation(desk) })),
      acceptedOn: ["2026-05-20"],
      membersTookPart: ["yes"],
    }),
    read: ({ key }, form) => opened(openReasonsForm, key, { id: idOf(form) }),
  },
  attachFile: {
    form: async (desk) => ({
      id: [randomUUID()],
      to: ["consultation"],
      recordId: [await madeConsultation(desk)],
      fileId: [randomUUID()],
      format: ["pdf"],
      bytes: ["1"],
    }),
    read: async (_, form) => {
      const { name } = await inDatabase("SELECT name FROM attachments WHERE id = $1", idOf(form));
      return { name: only(name) };
    },
  },
  recordResponse: { form: async (desk) => answer(desk), read: readAnswer },
  reviseResponse: {
    form: async (desk) => readAnswer(desk, await made(recordResponse, desk.key, answer(desk))),
    read: readAnswer,
  },
  recordFollowUp: { form: async (desk) => promise(desk), read: readPromise },
  reviseFollowUp: {
    form: async (desk) => {
      const { moveReason: _, ...values } = await readPromise(
        desk,
        await made(recordFollowUp, desk.key, promise(desk)),
      );
      return { ...values, ...MOVED };
    },
    read: readPromise,
  },
  recordExtension: { form: async (desk) => extension(desk), read: readExtension },
  reviseExtension: {
    form: async (desk) => readExtension(desk, await made(recordExtension, desk.key, extension(desk))),
    read: readExtension,
  },
  logActivity: { form: async () => activityForm(), read: readActivity },
  reviseActivity: {
    form: async (desk) => readActivity(desk, await made(logActivity, desk.key, activityForm())),
    read: readActivity,
  },
  recordPromise: { form: async (desk) => activityPromise(desk), read: readActivityPromise },
  revisePromise: {
    form: async (desk) => {
      const { moveReason: _, ...values } = await readActivityPromise(
        desk,
        await made(recordPromise, desk.key, activityPromise(desk)),
      );
      return { ...values, ...MOVED };
    },
    read: readActivityPromise,
  },
  reviseBody: {
    form: async (desk) => {
      const form = consultationForm({ publicBody: [`Council ${randomUUID()}`] });
      const id = idOf(await made(logConsultation, desk.key, form));
      const { record } = await outcomeOf(getConsultation, desk.key, { id });
      return opened(openBodyForm, desk.key, { id: record.publicBody.id });
    },
    read: ({ key }, form) => opened(openBodyForm, key, { id: idOf(form) }),
  },
  keepRecord: {
    alone: true,
    form: async (desk) => ({ id: [await listedAsOld(desk)], untilOn: ["2027-06-01"] }),
    read: ({ key }, form) => opened(openOldRecord, key, { id: idOf(form) }),
  },
  makeToken: {
    form: async () => ({
      id: [randomUUID()],
      role: ["viewer"],
      days: ["30"],
      tokenHash: [randomUUID().replaceAll("-", "").repeat(2)],
    }),
    read: async (_, form) => {
      const { name } = await inDatabase("SELECT name FROM api_tokens WHERE id = $1", idOf(form));
      return { name: only(name) };
    },
  },
  reviseSettings: {
    alone: true,
    form: ({ key }) => opened(openSettings, key, {}),
    read: ({ key }) => opened(openSettings, key, {}),
  },
  finishUpload: {
    form: async ({ key }) => ({
      id: [(await outcomeOf(beginUpload, key, {})).id],
      headers: ["Title"],
      fromWorkbook: ["on"],
      rows: ["1"],
      characters: ["1"],
    }),
    read: async (_, form) => {
      const { name } = await inDatabase("SELECT file_name AS name FROM imports WHERE id = $1", idOf(form));
      return { fileName: only(name) };
    },
  },
};
