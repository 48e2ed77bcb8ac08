import { useTranslations } from "next-intl";

export type FieldDoc = { name: string; type: string; needed: boolean; note: string };
export type CallDoc = {
  id: string;
  method: string;
  path: string;
  summary: string;
  needs: string;
  parameters: FieldDoc[];
  sent: { type: string; fields: FieldDoc[] } | null;
  answers: { status: string; words: string; fields: FieldDoc[] }[];
};

/** One call: what it takes, what it answers, and what can go wrong. */
export function CallSection({ call }: { call: CallDoc }) {
  const t = useTranslations("api");
  const good = call.answers.filter(({ status }) => Number(status) < 300);
  const bad = call.answers.filter(({ status }) => Number(status) >= 300);
  return (
    <section aria-labelledby={call.id} className="min-w-0 border-line border-t pt-4">
      <h3 id={call.id} className="scroll-mt-4 break-all font-semibold">
        <code>
          {call.method} {call.path}
        </code>
      </h3>
      <p className="mt-1 max-w-measure">{call.summary}</p>
      <p className="max-w-measure text-ink-2">{call.needs}</p>
      <Fields title={t("parameters")} fields={call.parameters} />
      {call.sent ? <Fields title={t("sent", { type: call.sent.type })} fields={call.sent.fields} /> : null}
      {good.map(({ status, fields }) => (
        <Fields key={status} title={t("answers", { status })} fields={fields} />
      ))}
      <p className="mt-3 font-semibold">{t("refusals")}</p>
      <ul className="mt-1 grid gap-1">
        {bad.map(({ status, words }) => (
          <li key={status} className="max-w-measure">
            <code>{status}</code> <span className="break-words text-ink-2">{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fields({ title, fields }: { title: string; fields: FieldDoc[] }) {
  const t = useTranslations("api");
  return (
    <>
      <p className="mt-3 font-semibold">{title}</p>
      {fields.length === 0 ? (
        <p className="text-ink-2">{t("nothing")}</p>
      ) : (
        <dl className="mt-1 grid gap-1">
          {fields.map(({ name, type, needed, note }) => (
            <div key={name} className="grid gap-x-4 sm:grid-cols-[14rem_1fr]">
              <dt className="min-w-0 break-all">
                <code>{name}</code>
                {needed ? <span className="text-ink-2"> {t("needed")}</span> : null}
              </dt>
              <dd className="min-w-0 break-words text-ink-2">
                <code>{type}</code>
                {note ? ` · ${note}` : null}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
