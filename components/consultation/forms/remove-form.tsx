import { Button } from "@/components/ui/button";

type Props = {
  slug: string;
  id: string;
  action: (formData: FormData) => Promise<void>;
  label: string;
  help?: string;
};

/** Takes a record out, or takes a fact back. It asks nothing, because it can be undone. */
export function RemoveForm({ slug, id, action, label, help }: Props) {
  return (
    <form action={action} className="mt-12 max-w-form border-line border-t pt-6">
      <input type="hidden" name="_workspace" value={slug} />
      <input type="hidden" name="id" value={id} />
      {help ? <p className="mb-3 text-ink-2">{help}</p> : null}
      <Button type="submit" variant="danger">
        {label}
      </Button>
    </form>
  );
}
