import "server-only";
import { systemClient } from "@/lib/db/clients";

/** What was answered to programs more than a day ago goes, also where nobody asks again. */
export async function forgetAnswers(now: Date): Promise<void> {
  await systemClient().$queryRaw`SELECT forget_api_answers(${now})`;
}
