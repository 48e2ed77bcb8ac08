import { createHash, randomBytes } from "node:crypto";
import type { Handler } from "@/lib/access/api";
import { tenantClient } from "@/lib/db/clients";
import type { Role } from "@/lib/domain/permissions";
import { aMember } from "./member";

// Calls the API's handlers as plain functions: everything they know comes with the request.

/** A token of an organisation (a new one unless given) and who made it. */
export async function aToken(
  role: Role,
  workspace?: { id: string; slug: string },
  { days = 30, revoked = false } = {},
) {
  const owner = await aMember("owner", workspace);
  const token = randomBytes(32).toString("base64url");
  const tokenHash = createHash("sha256").update(token).digest("hex");
  const [row] = await tenantClient().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.workspace_id', ${owner.workspace.id}, true)`;
    const at = Date.now();
    return [
      await tx.apiToken.create({
        data: {
          workspaceId: owner.workspace.id,
          name: "A program",
          role,
          tokenHash,
          createdBy: owner.user.id,
          createdAt: new Date(at - 60 * 24 * 3600 * 1000),
          expiresAt: new Date(at + days * 24 * 3600 * 1000),
          revokedAt: revoked ? new Date(at) : null,
        },
      }),
    ];
  });
  return { token, tokenId: row?.id ?? "", workspace: owner.workspace, owner };
}

type Call = {
  token?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
  params?: Record<string, string>;
};

/** Sends a request to a handler. A body that is no string or form is sent as JSON. */
export async function call(
  handler: Handler,
  method: string,
  path: string,
  { token, body, headers = {}, params = {} }: Call = {},
): Promise<{ status: number; body: unknown; headers: Headers; text: string }> {
  const raw = typeof body === "string" || body instanceof FormData || body instanceof Uint8Array;
  const request = new Request(`http://127.0.0.1:3000/api/v1${path}`, {
    method,
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && !(body instanceof FormData) && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: raw ? (body as string | FormData) : JSON.stringify(body) }),
  });
  const answer = await handler(request, { params: Promise.resolve(params) });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body:
      text !== "" && /json/.test(answer.headers.get("content-type") ?? "") ? JSON.parse(text) : text || null,
  };
}
