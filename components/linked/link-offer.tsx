import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

/** A calm line above a form: the page of the consultation may fill it in. */
export function LinkOffer({ slug }: { slug: string }) {
  const t = useTranslations("linked");
  return (
    <p className="mb-4">
      {t("offer")}{" "}
      <Link
        href={`/w/${slug}/consultations/link`}
        className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
      >
        {t("offerLink")}
      </Link>
    </p>
  );
}
