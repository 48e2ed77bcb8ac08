/**
 * The field, beside those of every form and every writing request, that says "save it anyway". A program sends
 * `true`. A form sends what it showed, as `field:kind` parted by spaces, so that a box ticked for one thing does not
 * let another one through.
 */
export const ACKNOWLEDGE_FIELD = "acknowledgeIdentifiers";

/** What a box stands for: every kind in every field that it was shown for. */
export function acknowledgementOf(found: readonly { field: string; kinds: readonly string[] }[]): string {
  return found.flatMap(({ field, kinds }) => kinds.map((kind) => `${field}:${kind}`)).join(" ");
}
