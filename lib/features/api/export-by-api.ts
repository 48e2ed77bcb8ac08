import "server-only";
import { admit, apiKey, failureAnswer, faultAnswer, type Handler } from "@/lib/access/api";
import { API_HEADERS, problem } from "@/lib/access/api-problem";
import { readQuery } from "@/lib/access/api-query";
import { countFailedUse } from "@/lib/db/doors";
import { exportAnswer } from "@/lib/features/export/export-answer";
import { takeEverythingOut } from "@/lib/features/export/take-everything-out";
import { systemClock } from "@/lib/services/clock";

/** Everything an organisation has, as a zip that is packed while it is sent. */
export const exportByApi: Handler = async (request, context) => {
  try {
    const { slug } = await context.params;
    const key = apiKey(request, slug);
    if (!key) return problem("unauthorized");
    const read = readQuery(new URL(request.url).searchParams, {});
    if (!read.ok) return (await admit(key)) ?? failureAnswer(read);
    // Whoever asks for the head alone takes nothing.
    if (request.method === "HEAD")
      return (
        (await admit(key, "settings:manage")) ??
        new Response(null, { headers: { ...API_HEADERS, "Content-Type": "application/zip" } })
      );
    const result = await takeEverythingOut(key, systemClock);
    if (result.ok) return exportAnswer(result.value, API_HEADERS);
    if (key.kind === "token" && result.code !== "signed_out" && result.code !== "too_many_requests")
      await countFailedUse(key.tokenHash);
    return failureAnswer(result);
  } catch (error) {
    return faultAnswer(error);
  }
};
