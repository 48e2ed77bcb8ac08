import "server-only";
import { z } from "zod";
import { defineSqlUseCase } from "@/lib/access/use-case";
import { done } from "@/lib/domain/result";
import { findToFinish } from "@/lib/features/dashboard/find-to-finish";

const MOST = 100;

/** Everything that was logged on one screen and lacks a detail, the newest hundred. */
export const listToFinish = defineSqlUseCase(
  { permission: "record:write", audit: "none", schema: z.strictObject({}) },
  async ({ tx, today }) => done(await findToFinish(tx, today, MOST)),
);
