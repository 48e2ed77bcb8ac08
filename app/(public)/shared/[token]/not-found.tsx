import { GoneView } from "@/components/share/gone-view";
import { ShareShell } from "@/components/share/share-shell";

export default function Gone() {
  return (
    <ShareShell>
      <GoneView />
    </ShareShell>
  );
}
