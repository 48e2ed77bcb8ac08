import { useTranslations } from "next-intl";
import { TextField } from "@/components/consultation/forms/form-fields";
import { MOST_HITS } from "@/lib/domain/public-body";
import { BODY_KINDS } from "@/lib/domain/taxonomy";
import { BodySuggestions } from "./body-suggestions";

type Props = Parameters<typeof TextField>[0] & {
  /** The workspace's own bodies, for the browser's own list; left out where another field's list is named by `list`. */
  bodies?: readonly string[];
  /** The workspace's address; with it, those without scripts get a link to the search. */
  slug?: string;
};

/** "Who asked?": any name may be typed; names of the workspace and of the shared directory are suggested. */
export function BodyField({ bodies, slug, list, ...field }: Props) {
  const t = useTranslations("public-body");
  const kinds = useTranslations("taxonomy.bodyKind");
  const own = `${field.name}-known`;
  return (
    <div>
      <TextField {...field} list={list ?? own} />
      {bodies ? (
        <datalist id={own}>
          {bodies.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      ) : null}
      <BodySuggestions
        field={field.name}
        kinds={Object.fromEntries(BODY_KINDS.map((kind) => [kind, kinds(kind)]))}
        words={{
          list: t("field.list"),
          own: t("find.ours"),
          found: Array.from({ length: MOST_HITS + 1 }, (_, count) => t("field.found", { count })),
        }}
      />
      {slug ? (
        <noscript>
          <a
            href={`/w/${slug}/bodies/search`}
            target="_blank"
            rel="noopener"
            className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
          >
            {t("field.lookUp")}
          </a>
        </noscript>
      ) : null}
    </div>
  );
}
