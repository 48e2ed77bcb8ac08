import { Link } from "@/components/ui/link";

/** Links to a person's other organisations. */
export function WorkspaceList({ workspaces }: { workspaces: readonly { slug: string; name: string }[] }) {
  return (
    <ul className="grid gap-1">
      {workspaces.map((workspace) => (
        <li key={workspace.slug}>
          <Link
            href={`/w/${workspace.slug}`}
            className="flex min-h-11 items-center rounded-md px-3 leading-tight hover:bg-sunken"
          >
            {workspace.name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
