import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { fromDb } from "@/lib/db/dates";
import { pageNumber } from "@/lib/domain/reference";
import { done } from "@/lib/domain/result";

const PAGE = 50;

/** A page of the hourly rates: by country, the latest first. */
export const findRates = defineAdminUseCase(
  {
    audit: "none",
    schema: z.strictObject({ page: pageNumber }),
    confirm: "none",
  },
  async ({ tx }, { page }) => {
    const found = await tx.hourlyRate.findMany({
      orderBy: [{ country: "asc" }, { currency: "asc" }, { validFrom: "desc" }],
      skip: (page - 1) * PAGE,
      take: PAGE + 1,
    });
    const rows = found
      .slice(0, PAGE)
      .map(({ id, country, currency, validFrom, amount, source, sourceUrl }) => ({
        ...{ id, country, currency, source, sourceUrl },
        validFrom: fromDb(validFrom),
        amount: amount.toNumber(),
      }));
    return done({ page, rows, more: found.length > PAGE });
  },
);
