import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";

const ICO = { href: "https://ico.org.uk/make-a-complaint/", phone: "0303 123 1113" };

/** What everybody is told about data about them: people who took part, members, officers. Short and plain. */
export function PrivacyNotice() {
  const t = useTranslations("privacy");
  const parts = [
    { title: t("part.title"), texts: [t("part.text"), t("part.more")] },
    { title: t("member.title"), texts: [t("member.kept"), t("member.seen"), t("member.gone")] },
    { title: t("officer.title"), texts: [t("officer.kept"), t("officer.council")] },
    { title: t("cookies.title"), texts: [t("cookies.text")] },
    { title: t("rights.title"), texts: [t("rights.text")] },
    { title: t("complain.title"), texts: [t("complain.text")], last: <Commissioner /> },
    { title: t("who.title"), texts: [t("who.text")] },
  ];
  return (
    <>
      <PageHeader title={t("title")} sub={t("sub")} />
      <div className="grid max-w-measure gap-8">
        {parts.map(({ title, texts, last }) => (
          <section key={title} className="grid gap-3">
            <h2 className="text-lg">{title}</h2>
            {texts.map((text) => (
              <p key={text}>{text}</p>
            ))}
            {last}
          </section>
        ))}
      </div>
    </>
  );
}

function Commissioner() {
  const t = useTranslations("privacy");
  return (
    <p>
      {t.rich("complain.ico", {
        phone: `\u2066${ICO.phone}\u2069`,
        link: (words) => (
          <Link href={ICO.href} rel="noreferrer" className="text-teal underline underline-offset-4">
            <bdi>{words}</bdi>
          </Link>
        ),
      })}
    </p>
  );
}
