"use server";

import { notFound, redirect } from "next/navigation";
import { WORKSPACE_FIELD } from "@/lib/access/actions";
import { signInPath } from "@/lib/access/pages";
import { sessionHash } from "@/lib/access/session";
import { askForErasure } from "@/lib/db/ask-for-erasure";

async function ask(formData: FormData, asks: boolean): Promise<never> {
  const slug = String(formData.get(WORKSPACE_FIELD) ?? "");
  const page = `/w/${encodeURIComponent(slug)}/settings/erase`;
  const hash = await sessionHash();
  if (!hash) redirect(signInPath(page));
  const outcome = await askForErasure(hash, slug, { typed: String(formData.get("name") ?? ""), asks });
  if (outcome === "not_found") notFound();
  if (outcome === "not_the_name") redirect(`${page}?problem=not_the_name`);
  redirect(`${page}?done=${asks ? "asked" : "withdrawn"}`);
}

/** An owner asks, with the organisation's name typed again, that everything be erased at once. */
export async function askForErasureAction(formData: FormData): Promise<void> {
  return ask(formData, true);
}

/** Any owner takes that back. */
export async function withdrawErasureAction(formData: FormData): Promise<void> {
  return ask(formData, false);
}
