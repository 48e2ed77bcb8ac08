import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SupportBanner, type SupportGrant } from "@/components/support/support-banner";
import { Link } from "@/components/ui/link";
import { mayAs, type Role, type Scope } from "@/lib/domain/permissions";
import type { WorkspaceState } from "@/lib/domain/workspace";
import { AppShell } from "./app-shell";
import { ExitLink } from "./exit-link";
import { LanguageSwitch } from "./language-switch";
import { type Pause, PauseBanner } from "./pause-banner";
import type { PlaceKey, SecondaryKey } from "./places";
import type { ShellModel } from "./shell-model";

/** The part of a member that the frame shows. */
type Person = {
  userName: string;
  role: Role;
  /** Platform support, let in by an owner. */
  support: boolean;
  supportGrant: SupportGrant | null;
  /** Why nothing can be changed now; null while everything can. */
  pause: Pause | null;
  workspace: { slug: string; name: string; timeZone: string; state: WorkspaceState };
  otherWorkspaces: { slug: string; name: string }[];
};

type Props = {
  member: Person;
  current: ShellModel["current"];
  children: ReactNode;
};

/** Where every member may go. */
const EVERYBODYS: readonly PlaceKey[] = ["home", "consultations", "owed", "activities"];

/** What stands below the places, for those who may go there. */
const ROOMS: readonly { key: SecondaryKey; scope: Scope }[] = [
  { key: "bodies", scope: "record:read" },
  { key: "import", scope: "import:write" },
  { key: "members", scope: "members:manage" },
  { key: "settings", scope: "settings:manage" },
  { key: "audit", scope: "audit:read" },
];

/** A page of a workspace: the frame around it, with the places this person may go to. */
export function WorkspacePage({ member, current, children }: Props) {
  const mayWrite = mayAs(member, "record:write") && member.workspace.state === "active";
  return (
    <AppShell
      slug={member.workspace.slug}
      orgName={member.workspace.name}
      current={current}
      places={mayAs(member, "shares:manage") ? [...EVERYBODYS, "views"] : EVERYBODYS}
      secondary={ROOMS.filter(({ scope }) => mayAs(member, scope)).map(({ key }) => key)}
      logHref={mayWrite ? `/w/${member.workspace.slug}/log` : null}
      otherWorkspaces={member.otherWorkspaces}
      account={<Account name={member.userName} />}
      exit={<ExitLink />}
    >
      {member.pause ? (
        <div className="mb-4">
          <PauseBanner
            slug={member.workspace.slug}
            pause={member.pause}
            suspended={member.workspace.state === "suspended"}
            isOwner={member.role === "owner"}
          />
        </div>
      ) : null}
      {member.supportGrant ? (
        <div className="mb-4">
          <SupportBanner
            grant={member.supportGrant}
            slug={member.workspace.slug}
            timeZone={member.workspace.timeZone}
            mine={member.support}
            mayManage={mayAs(member, "settings:manage")}
          />
        </div>
      ) : null}
      {children}
    </AppShell>
  );
}

const ACCOUNT_ITEM = "flex min-h-11 w-full items-center rounded-md px-3 text-start hover:bg-sunken";

function Account({ name }: { name: string }) {
  const t = useTranslations("sign-in");
  const shell = useTranslations("shell");
  return (
    <div className="mt-2 grid gap-1 border-t border-line pt-2">
      <p className="px-3 pt-1 text-sm wrap-anywhere">
        <bdi>{name}</bdi>
      </p>
      <LanguageSwitch itemClass={ACCOUNT_ITEM} />
      <Link href="/account" className={ACCOUNT_ITEM}>
        {shell("account")}
      </Link>
      <form action="/sign-out" method="post">
        <button type="submit" className={ACCOUNT_ITEM}>
          {t("signOut")}
        </button>
      </form>
      <form action="/sign-out" method="post">
        <button type="submit" name="everywhere" value="yes" className={ACCOUNT_ITEM}>
          {t("signOutEverywhere")}
        </button>
      </form>
    </div>
  );
}
