import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { may, type Role } from "@/lib/domain/permissions";
import { signOutAction, signOutEverywhereAction } from "@/lib/features/sign-in/actions";
import { AppShell } from "./app-shell";
import { ExitLink } from "./exit-link";
import type { ShellModel } from "./shell-model";

/** The part of a member that the frame shows. */
type Person = {
  userName: string;
  role: Role;
  workspace: { slug: string; name: string };
  otherWorkspaces: { slug: string; name: string }[];
};

type Props = {
  member: Person;
  current: ShellModel["current"];
  children: ReactNode;
};

/** A page of a workspace: the frame around it, with the places this person may go to. */
export function WorkspacePage({ member, current, children }: Props) {
  const t = useTranslations("common");
  const mayWrite = may(member.role, "record:write");
  return (
    <AppShell
      slug={member.workspace.slug}
      orgName={member.workspace.name}
      current={current}
      places={["home", "consultations"]}
      secondary={may(member.role, "import:write") ? ["import"] : []}
      logHref={mayWrite ? `/w/${member.workspace.slug}/consultations/new` : null}
      otherWorkspaces={member.otherWorkspaces}
      account={<Account name={member.userName} />}
      exit={<ExitLink label={t("exitQuickly")} />}
    >
      {children}
    </AppShell>
  );
}

function Account({ name }: { name: string }) {
  const t = useTranslations("sign-in");
  return (
    <div className="grid gap-2">
      <p className="text-sm text-ink-2">{name}</p>
      <form action={signOutAction}>
        <Button type="submit" variant="quiet">
          {t("signOut")}
        </Button>
      </form>
      <form action={signOutEverywhereAction}>
        <Button type="submit" variant="quiet">
          {t("signOutEverywhere")}
        </Button>
      </form>
    </div>
  );
}
