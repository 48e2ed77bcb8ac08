import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { pageNumber, topicKey } from "@/lib/domain/reference";
import { done, failed } from "@/lib/domain/result";
import { catalogueFor } from "@/lib/i18n/catalogue";
import { referenceForms, referenceView } from "./form";

const PAGE = 50;

// A topic that nobody renamed is called in Arabic as the catalogue has it.
function arabicOf(key: string): string {
  const words: Record<string, string> = catalogueFor("ar").taxonomy.topic;
  return words[key] ?? "";
}

/** A page of the shared topics, by their English name; retired ones last. */
export const findTopics = defineAdminUseCase(
  {
    audit: "none",
    schema: z.strictObject({ page: pageNumber }),
    confirm: "none",
  },
  async ({ tx }, { page }) => {
    const found = await tx.sharedTopic.findMany({
      orderBy: [{ retiredAt: { sort: "asc", nulls: "first" } }, { name: "asc" }],
      skip: (page - 1) * PAGE,
      take: PAGE + 1,
    });
    const rows = found.slice(0, PAGE).map(({ key, name, nameAr, retiredAt }) => ({
      ...{ key, name, retired: retiredAt !== null },
      nameAr: nameAr ?? arabicOf(key),
    }));
    return done({ page, rows, more: found.length > PAGE });
  },
);

/** The form of a new topic. */
export const openNewTopicForm = defineAdminUseCase(
  { audit: "none", schema: z.strictObject({}), confirm: "none" },
  async ({ tx, admin }) => done({ view: await referenceView(tx, admin, referenceForms.newTopic, {}) }),
);

/** The form of a topic's names. */
export const openTopicForm = defineAdminUseCase(
  { audit: "none", schema: z.strictObject({ key: topicKey }), confirm: "none" },
  async ({ tx, admin }, { key }) => {
    const topic = await tx.sharedTopic.findUnique({ where: { key } });
    if (!topic) return failed("not_found");
    const fresh = { key: [key], name: [topic.name], nameAr: [topic.nameAr ?? arabicOf(key)] };
    return done({
      topic: { key, name: topic.name, retired: topic.retiredAt !== null },
      view: await referenceView(tx, admin, referenceForms.topic(key), fresh, topic),
    });
  },
);
