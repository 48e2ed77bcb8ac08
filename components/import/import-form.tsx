import type { ReactNode } from "react";

type Props = {
  slug: string;
  id: string;
  action: (formData: FormData) => Promise<void>;
  children: ReactNode;
};

/** A form that says only which import it is about. */
export function ImportForm({ slug, id, action, children }: Props) {
  return (
    <form action={action}>
      <input type="hidden" name="_workspace" value={slug} />
      <input type="hidden" name="_from" value={`/import/${id}`} />
      <input type="hidden" name="id" value={id} />
      {children}
    </form>
  );
}
