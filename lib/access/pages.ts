import "server-only";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { systemClock } from "@/lib/services/clock";
import { sessionKey } from "./session";
import type { Member, UseCase } from "./use-case";

/** The sign-in page that comes back to `path` afterwards. */
export function signInPath(path: string): string {
  return `/sign-in?next=${encodeURIComponent(path)}`;
}

/**
 * Runs the one use case of a page for whoever is signed in.
 * Signed out: on to sign-in and back to `path`. Not theirs, not there or not allowed: the page is not found.
 */
export async function readPage<S extends z.ZodType, T>(
  useCase: UseCase<S, T>,
  slug: string,
  path: string,
  input: z.input<S>,
): Promise<{ value: T; member: Member }> {
  const result = await useCase.run(await sessionKey(slug), input, systemClock());
  if (result.ok) return result.value;
  if (result.code === "signed_out") redirect(signInPath(path));
  notFound();
}
