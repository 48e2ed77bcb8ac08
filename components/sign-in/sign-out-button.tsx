import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Signs out, here or everywhere. Not a server action: the next page must be a whole new one (app/(public)/sign-out). */
export function SignOutButton({ everywhere = false }: { everywhere?: boolean }) {
  const t = useTranslations("sign-in");
  return (
    <form action="/sign-out" method="post">
      <Button type="submit" variant="secondary" name={everywhere ? "everywhere" : undefined} value="yes">
        {t(everywhere ? "signOutEverywhere" : "signOut")}
      </Button>
    </form>
  );
}
