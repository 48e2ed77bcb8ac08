import "server-only";
import { systemClient } from "@/lib/db/clients";
import { fromDb } from "@/lib/db/dates";
import { settings } from "@/lib/env";
import { createFormats } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";

type Facts = Record<string, string>;

/** Whom owners write to: the platform's first admin. */
export async function platformContact(): Promise<string> {
  const admin = await systemClient().user.findFirst({
    where: { isPlatformAdmin: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { email: true },
  });
  return admin?.email ?? settings().appUrl;
}

function day(on: string, locale: Locale): string {
  return createFormats(locale, () => "").date(on);
}

/** What the mails to owners are filled with; null when the workspace is gone, and its mails with it. */
export async function lifeMail(
  { workspaceId, note = null }: { workspaceId: string; note?: string | null },
  _to: string,
  locale: Locale,
): Promise<Facts | null> {
  const workspace = await systemClient().workspace.findUnique({
    where: { id: workspaceId },
    select: { name: true, slug: true, eraseOn: true },
  });
  if (!workspace) return null;
  const { name, slug, eraseOn } = workspace;
  return {
    organisation: name,
    link: `${settings().appUrl}/w/${slug}`,
    day: eraseOn ? day(fromDb(eraseOn), locale) : "",
    note: note ? `${note}\n\n` : "",
    contact: await platformContact(),
  };
}

export async function erasedMail(
  { erasedOn }: { erasedOn: string },
  _to: string,
  locale: Locale,
): Promise<Facts> {
  return { day: day(erasedOn, locale), contact: await platformContact() };
}

/** To an admin: the page where the erasure can be started. */
export async function toConfirmMail({ workspaceId }: { workspaceId: string }): Promise<Facts | null> {
  const workspace = await systemClient().workspace.findUnique({
    where: { id: workspaceId },
    select: { slug: true },
  });
  return workspace && { link: `${settings().appUrl}/admin/workspaces/${workspace.slug}` };
}
