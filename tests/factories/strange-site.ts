import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Way } from "@/lib/services/guarded-fetch";

export type Reply = (request: http.IncomingMessage, response: http.ServerResponse) => void;

/**
 * A site on this machine that answers as a test says, and the way to it: names lead where the test says, and only what
 * it says is public is asked.
 */
export async function strangeSite(reply: Reply) {
  const asked: { host: string; path: string; headers: http.IncomingHttpHeaders }[] = [];
  const server = http.createServer((request, response) => {
    asked.push({ host: request.headers.host ?? "", path: request.url ?? "", headers: request.headers });
    reply(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const names: Record<string, string[]> = {};
  const way: Partial<Way> = {
    port,
    // What is public here is this one address, under names that are said to lead to it.
    isPublic: (address) => address === "127.0.0.1",
    resolve: async (host) =>
      (names[host] ?? ["127.0.0.1"]).map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
  };
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { way, asked, names, close };
}

/** Answers JSON. */
export function json(
  response: http.ServerResponse,
  body: unknown,
  headers: http.OutgoingHttpHeaders = {},
): void {
  response.writeHead(200, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(JSON.stringify(body));
}
