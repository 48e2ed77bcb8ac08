import type { AttachedTo } from "./attachment";
import type { PlainDate } from "./plain-date";
import type { ResponseKind } from "./taxonomy";

type Choice<To extends AttachedTo> = { to: To; id: string };

/** What a new file can belong to, for its form to word. `on`: the day an answer came, where it is known. */
export type AttachmentChoice =
  | Choice<"consultation">
  | (Choice<"response"> & { kind: ResponseKind; on: PlainDate | null })
  | (Choice<"follow_up"> & { title: string });
