import { runRecorded } from "../../../../lib/recorded.mjs";

export async function GET(_request, { params }) {
  const { work, workspace } = await params;
  return Response.json(await runRecorded(work, workspace));
}

export async function POST(request, { params }) {
  const { work, workspace } = await params;
  await request.json();
  return Response.json(await runRecorded(work, workspace), { status: 201 });
}
