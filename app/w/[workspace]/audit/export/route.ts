import { readAuditAddress } from "@/lib/domain/audit-address";
import { auditSheet } from "@/lib/features/audit/audit-sheet";

type Context = { params: Promise<{ workspace: string }> };

/** The record of changes as a CSV, narrowed like the page it is asked for on. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace } = await params;
  const address = readAuditAddress(Object.fromEntries(new URL(request.url).searchParams));
  const { fileName, text } = await auditSheet(workspace, address);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await text.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}
