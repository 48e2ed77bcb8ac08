import type { ReleasedText } from "@/lib/domain/release/snapshot";
import { useReleased } from "./use-released";

type Props = { address: ReleasedText | null; label: string };

/** A released address on somebody else's site, which is not told where the reader comes from. */
export function SourceLink({ address, label }: Props) {
  const released = useReleased();
  if (address === null) return null;
  if (typeof address !== "string")
    return <p className="text-sm text-ink-2">{`${label} ${released.text(address)}`}</p>;
  return (
    <p>
      <a
        href={address}
        rel="noreferrer"
        className="inline-flex min-h-11 items-center text-sm text-teal underline underline-offset-4"
      >
        {label}
      </a>
    </p>
  );
}
