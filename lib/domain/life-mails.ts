import { z } from "zod";

/** About the life of one workspace: what it is called and its days are looked up when the mail is written. */
const aboutOne = z.strictObject({ workspaceId: z.uuid() });
/** `note`: what the admin wants the owners to know. */
const explained = z.strictObject({ workspaceId: z.uuid(), note: z.string().nullable() });

/** The mails that tell owners (and, of the last one, platform admins) about a step in the life of a workspace. */
export const LIFE_MAILS = {
  workspace_suspended: explained,
  workspace_resumed: aboutOne,
  workspace_closing: explained,
  workspace_closing_soon: aboutOne,
  workspace_kept: aboutOne,
  /** Afterwards there is nothing to look up, and no name left to say. */
  workspace_erased: z.strictObject({ erasedOn: z.string() }),
  /** To the owners: one of them asked that everything be erased. */
  erasure_asked: aboutOne,
  /** To the platform's admins. */
  erasure_to_confirm: aboutOne,
} as const satisfies Record<string, z.ZodType>;

export type LifeMailKind = keyof typeof LIFE_MAILS;
