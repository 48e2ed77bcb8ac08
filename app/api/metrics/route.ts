import { writeMetrics } from "@/lib/features/health/write-metrics";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  const answer = await writeMetrics(request.headers.get("authorization"));
  if (answer.status === 404) return new Response(null, { status: 404 });
  if (answer.status === 401)
    return new Response(null, { status: 401, headers: { "WWW-Authenticate": 'Bearer realm="metrics"' } });
  return new Response(answer.text, { headers: { "Content-Type": answer.type } });
}
