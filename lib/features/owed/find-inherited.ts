import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";
import { type OwedItem, owedItem } from "@/lib/domain/owed";
import type { PlainDate } from "@/lib/domain/plain-date";
import { owedItems, owedJson } from "./owed-items";

const answer = z.tuple([z.object({ total: z.number(), items: z.array(owedItem) })]);

/** What a body owes that an earlier one made, late first: the first of it, and how much there is. One statement. */
export async function findInherited(
  tx: Tx,
  today: PlainDate,
  body: string,
  most: number,
): Promise<{ total: number; items: OwedItem[] }> {
  const found = await tx.$queryRaw`
    WITH RECURSIVE ${owedItems(today)}, inherited AS (
      SELECT * FROM owing WHERE owing_id = ${body}::uuid AND made_by IS NOT NULL
    )
    SELECT (SELECT count(*)::int FROM inherited) AS total,
      (SELECT coalesce(jsonb_agg(${owedJson()} ORDER BY rank, sort_on, id), '[]') FROM (
        SELECT * FROM inherited ORDER BY rank, sort_on, id LIMIT ${most}) i) AS items`;
  const [one] = answer.parse(found);
  return one;
}
