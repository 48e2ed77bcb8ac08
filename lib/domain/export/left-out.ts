/** What an export leaves out, each with a sentence that says why: `take-out.leftOut.<key>`. */
export const LEFT_OUT = ["secrets", "removed", "drafts", "uploads", "figures", "looks", "platform"] as const;
export type LeftOut = (typeof LEFT_OUT)[number];
