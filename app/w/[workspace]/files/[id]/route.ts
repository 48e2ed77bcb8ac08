import { serveAttachment } from "@/lib/features/attachments/serve-attachment";

type Context = { params: Promise<{ workspace: string; id: string }> };

/** One attached file, for members of its organisation. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { workspace, id } = await params;
  return serveAttachment(workspace, id);
}
