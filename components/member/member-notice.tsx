import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

const DONE = ["invited", "sent_again", "withdrawn", "role_changed", "removed"] as const;

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What was just done on the members' pages, or could not be, read from the address. */
export function MemberNotice({ query }: { query: Query }) {
  const t = useTranslations("members");
  if (query.problem === "conflict") return <Notice kind="warning">{t("problem.conflict")}</Notice>;
  const done = DONE.find((one) => one === query.done);
  return done ? <Notice kind="success">{t(`done.${done}`)}</Notice> : null;
}
