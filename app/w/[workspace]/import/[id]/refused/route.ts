import { refusedSheet } from "@/lib/features/imports/refused-sheet";

type Context = { params: Promise<{ workspace: string; id: string }> };

/** The rows of an import that were not taken, as a CSV to mend. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { workspace, id } = await params;
  const { fileName, text } = await refusedSheet(workspace, id);
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
  const plain = fileName.replace(/[^\x20-\x7e]/g, "_").replace(/["\\]/g, "_");
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "no-store",
    },
  });
}
