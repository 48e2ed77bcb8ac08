import { useTranslations } from "next-intl";
import { useTopicName } from "@/components/consultation/topic-name";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { PlainDate } from "@/lib/domain/plain-date";
import { removeConsultationAction } from "@/lib/features/consultations/actions";
import { useFormats } from "@/lib/i18n/use-formats";

type LoggedRecord = {
  id: string;
  title: string;
  body: { id: string; name: string };
  startsOn: PlainDate;
  participants: number | null;
  minutesEach: number | null;
  minutesAsked: number;
  promiseDueOn: PlainDate | null;
};
type Adds = {
  topic: { id: string; key: string | null; name: string } | null;
  times: number;
  silent: number;
  later: boolean;
};
type Props = { slug: string; record: LoggedRecord; adds: Adds | null };

/** After logging: that it is saved, what it adds to, and the two ways on. */
export function Logged({ slug, record, adds }: Props) {
  const t = useTranslations("quick-log.logged");
  const formats = useFormats();
  const { id, participants, minutesEach, promiseDueOn } = record;
  return (
    <>
      <PageHeader title={t("title")} sub={<bdi>{record.title}</bdi>} />
      <div className="grid max-w-form gap-5">
        <Notice kind="success" action={<TakeOut slug={slug} id={id} />}>
          <p>
            {participants !== null && minutesEach !== null
              ? t("given", {
                  participants,
                  each: formats.minutes(minutesEach),
                  whole: formats.hours(record.minutesAsked / 60),
                })
              : t("unknownHours")}
          </p>
          {promiseDueOn ? <p>{t("promise", { date: formats.date(promiseDueOn) })}</p> : null}
        </Notice>
        {adds ? <WhatItAddsTo slug={slug} body={record.body} adds={adds} /> : null}
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={`/w/${slug}/consultations/${id}/edit`} size="large">
            {t("addRest")}
          </ButtonLink>
          <ButtonLink href={`/w/${slug}/log`} variant="secondary" size="large">
            {t("another")}
          </ButtonLink>
          <ButtonLink href={`/w/${slug}/consultations/${id}`} variant="quiet">
            {t("see")}
          </ButtonLink>
        </div>
      </div>
    </>
  );
}

function WhatItAddsTo({ slug, body, adds }: { slug: string; body: LoggedRecord["body"]; adds: Adds }) {
  const t = useTranslations("quick-log.logged");
  const formats = useFormats();
  const topicName = useTopicName();
  const { topic, times, silent, later } = adds;
  // A shared topic's name stands in the middle of a sentence here; an organisation's own is written as they wrote it.
  const name = topic && (topic.key ? topicName(topic).toLocaleLowerCase(formats.locale) : topic.name);
  const said = { body: body.name, topic: name ?? "none", times, silent };
  const query = new URLSearchParams({ standing: "silent", body: body.id, ...(topic && { topic: topic.id }) });
  return (
    <Card title={t("addsTitle")}>
      <p className="text-lg">{times === 1 ? t("first", said) : later ? t("inAll", said) : t("nth", said)}</p>
      {silent > 0 ? (
        <Link
          href={`/w/${slug}/consultations?${query}`}
          className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
        >
          {t("seeSilent", { count: silent })}
        </Link>
      ) : null}
    </Card>
  );
}

function TakeOut({ slug, id }: { slug: string; id: string }) {
  const t = useTranslations("quick-log.logged");
  return (
    <form action={removeConsultationAction}>
      <input type="hidden" name="_workspace" value={slug} />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" variant="quiet">
        {t("undo")}
      </Button>
    </form>
  );
}
