import { runRecorded } from "../../../../lib/recorded.mjs";

export async function GET(request, { params }) {
  const { work, workspace } = await params;
  return Response.json(await runRecorded(work, workspace, request.nextUrl.searchParams.has("prepared")));
}

export async function POST(request, { params }) {
  const { work, workspace } = await params;
  await request.json();
  return Response.json(await runRecorded(work, workspace, request.nextUrl.searchParams.has("prepared")), {
    status: 201,
  });
}
