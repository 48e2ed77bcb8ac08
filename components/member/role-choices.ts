import { useTranslations } from "next-intl";
import type { Choice } from "@/components/ui/select";
import { ROLES } from "@/lib/domain/permissions";

/** The roles to choose from, each with what it may do. */
export function useRoleChoices(): Choice[] {
  const t = useTranslations("members");
  return ROLES.map((role) => ({ value: role, label: t(`role.${role}`), hint: t(`roleHint.${role}`) }));
}
