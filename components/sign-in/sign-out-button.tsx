import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { signOutAction } from "@/lib/features/sign-in/actions";

export function SignOutButton() {
  const t = useTranslations("sign-in");
  return (
    <form action={signOutAction}>
      <Button type="submit" variant="secondary">
        {t("signOut")}
      </Button>
    </form>
  );
}
