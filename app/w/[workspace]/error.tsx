"use client";

import { useParams } from "next/navigation";
import { BrokenPage } from "@/components/error/broken-page";

export default function WorkspaceErrorPage({ retry }: { retry: () => void }) {
  const { workspace } = useParams<{ workspace: string }>();
  return <BrokenPage retry={retry} home={`/w/${workspace}`} />;
}
