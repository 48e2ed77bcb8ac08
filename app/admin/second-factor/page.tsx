import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminPage } from "@/components/admin/admin-page";
import { RecoveryCodes } from "@/components/admin/second-factor/recovery-codes";
import { SecondFactorPage } from "@/components/admin/second-factor/second-factor-page";
import { readAdminPage } from "@/lib/access/admin";
import { nextAdminPath } from "@/lib/domain/second-factor";
import { openSecondFactor } from "@/lib/features/second-factor/open-second-factor";
import { toldCodes } from "@/lib/features/second-factor/told-codes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("platform"))("secondFactor.mine.title") };
}

type Query = { next?: string; step?: string; problem?: string; done?: string };
type Props = { searchParams: Promise<Query> };

export default async function AdminSecondFactorPage({ searchParams }: Props) {
  const { next, step, problem, done } = await searchParams;
  const { value, admin } = await readAdminPage(openSecondFactor, "/admin/second-factor", {});
  const codes = await toldCodes(admin.userId);
  return (
    <AdminPage current="secondFactor">
      {codes ? (
        <RecoveryCodes codes={codes} email={admin.email} />
      ) : (
        <SecondFactorPage
          {...value}
          next={next === undefined ? null : nextAdminPath(next)}
          settingUp={step === "app"}
          problem={problem}
          done={done}
        />
      )}
    </AdminPage>
  );
}
