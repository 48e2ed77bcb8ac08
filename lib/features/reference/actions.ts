"use server";

import { adminAction } from "@/lib/access/admin";
import type { TypedValues } from "@/lib/access/form-data";
import { addDirectoryBody } from "./add-directory-body";
import { addRate } from "./add-rate";
import { bringBodyBack, endDirectoryBody } from "./end-directory-body";
import { referenceForms } from "./form";
import { addTopic, renameTopic, retireTopic } from "./keep-topics";
import { mergeDirectoryBodies } from "./merge-directory-bodies";
import { reviseDirectoryBody } from "./revise-directory-body";
import { removeRate, reviseRate } from "./revise-rate";
import { refreshTopicLabels } from "./topic-labels";

const BODIES = "/admin/reference/bodies";
const RATES = "/admin/reference/rates";
const TOPICS = "/admin/reference/topics";

const of = (name: string) => (values: TypedValues) => values[name]?.[0] ?? "";
const id = of("id");
const body = (key: string) => `${BODIES}/${encodeURIComponent(key)}`;

export async function addDirectoryBodyAction(formData: FormData): Promise<void> {
  const route = {
    form: () => referenceForms.newBody,
    page: () => `${BODIES}/new`,
    goTo: (added: { id: string }) => `${body(added.id)}?done=added`,
  };
  return adminAction(addDirectoryBody, route, formData);
}

export async function reviseDirectoryBodyAction(formData: FormData): Promise<void> {
  const route = {
    form: (values: TypedValues) => referenceForms.body(id(values)),
    page: (values: TypedValues) => body(id(values)),
    goTo: (revised: { id: string }) => `${body(revised.id)}?done=revised`,
  };
  return adminAction(reviseDirectoryBody, route, formData);
}

export async function mergeDirectoryBodiesAction(formData: FormData): Promise<void> {
  const route = {
    form: (values: TypedValues) => referenceForms.merge(id(values)),
    page: (values: TypedValues) => `${body(id(values))}/merge`,
    goTo: (kept: { id: string; workspaces: number }) => `${body(kept.id)}?done=merged&n=${kept.workspaces}`,
  };
  return adminAction(mergeDirectoryBodies, route, formData);
}

export async function endDirectoryBodyAction(formData: FormData): Promise<void> {
  const route = {
    form: (values: TypedValues) => referenceForms.end(id(values)),
    page: (values: TypedValues) => `${body(id(values))}/end`,
    goTo: (ended: { id: string; workspaces: number }) => `${body(ended.id)}?done=ended&n=${ended.workspaces}`,
  };
  return adminAction(endDirectoryBody, route, formData);
}

export async function bringBodyBackAction(formData: FormData): Promise<void> {
  const route = {
    form: (values: TypedValues) => `directory-back:${id(values)}`,
    page: (values: TypedValues) => body(id(values)),
    goTo: (back: { id: string }) => `${body(back.id)}?done=back`,
  };
  return adminAction(bringBodyBack, route, formData);
}

export async function addRateAction(formData: FormData): Promise<void> {
  const route = {
    form: () => referenceForms.newRate,
    page: () => `${RATES}/new`,
    goTo: () => `${RATES}?done=added`,
  };
  return adminAction(addRate, route, formData);
}

export async function reviseRateAction(formData: FormData): Promise<void> {
  const route = {
    form: (values: TypedValues) => referenceForms.rate(id(values)),
    page: (values: TypedValues) => `${RATES}/${id(values)}`,
    goTo: () => `${RATES}?done=revised`,
  };
  return adminAction(reviseRate, route, formData);
}

export async function removeRateAction(formData: FormData): Promise<void> {
  const route = {
    form: (values: TypedValues) => `rate-removed:${id(values)}`,
    page: (values: TypedValues) => `${RATES}/${id(values)}`,
    goTo: () => `${RATES}?done=removed`,
  };
  return adminAction(removeRate, route, formData);
}

/** What a topic is called is read at once here; other servers follow within half a minute. */
async function withLabels<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } finally {
    await refreshTopicLabels();
  }
}

export async function addTopicAction(formData: FormData): Promise<void> {
  const route = {
    form: () => referenceForms.newTopic,
    page: () => `${TOPICS}/new`,
    goTo: () => `${TOPICS}?done=added`,
  };
  return withLabels(adminAction(addTopic, route, formData));
}

const key = of("key");

export async function renameTopicAction(formData: FormData): Promise<void> {
  const route = {
    form: (values: TypedValues) => referenceForms.topic(key(values)),
    page: (values: TypedValues) => `${TOPICS}/${key(values)}`,
    goTo: () => `${TOPICS}?done=renamed`,
  };
  return withLabels(adminAction(renameTopic, route, formData));
}

export async function retireTopicAction(formData: FormData): Promise<void> {
  const route = {
    form: (values: TypedValues) => `topic-retired:${key(values)}`,
    page: (values: TypedValues) => `${TOPICS}/${key(values)}`,
    goTo: () => `${TOPICS}?done=${formData.get("retire") === "yes" ? "retired" : "back"}`,
  };
  return withLabels(adminAction(retireTopic, route, formData));
}
