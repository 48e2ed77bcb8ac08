import type { ReactNode } from "react";
import { AdminForm } from "@/components/admin/admin-form";
import type { FormModel } from "@/components/consultation/forms/form-model";
import type { ButtonVariant } from "@/components/ui/button";

/** What a form sends along that nobody types. */
const CARRIED = ["id", "key", "version", "_since"] as const;

type Props = {
  form: FormModel;
  action: (formData: FormData) => Promise<void>;
  submit: string;
  variant?: ButtonVariant;
  back: { href: string; label: string };
  children: ReactNode;
};

/** The frame of a form of the reference data; another admin's version is shown at each field that differs. */
export function ReferenceForm({ form, ...props }: Props) {
  const carries = Object.fromEntries(
    CARRIED.flatMap((name) => {
      const value = form.view.values[name]?.[0];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return (
    <AdminForm key={form.view.stamp} view={form.view} labels={form.labels} carries={carries} {...props} />
  );
}
