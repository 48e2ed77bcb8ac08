// Whether our address is free, and whether we answer there.
import net from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Halt } from "./say.mjs";

/** Where this machine reaches a server that listens on a host. */
export function localAddress({ host, port }) {
  const reachable = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

/** Throws a Halt with what to do when the address cannot be listened on. */
export async function assertFree({ host, port }) {
  const problem = await new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", resolve);
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (!problem) return;
  const other = port === 3000 ? 3001 : 3000;
  if (problem.code === "EADDRINUSE") {
    const ours = (await health({ host, port })) !== null;
    throw new Halt(
      `Port ${port} on ${host} is taken${ours ? " by another Followthrough" : ""}. Stop what uses it, or choose another port: PORT=${other} npm start`,
    );
  }
  if (problem.code === "EACCES")
    throw new Halt(
      `This user may not listen on port ${port}. Choose one above 1023: PORT=${other} npm start`,
    );
  if (problem.code === "EADDRNOTAVAIL" || problem.code === "ENOTFOUND" || problem.code === "EAI_AGAIN") {
    throw new Halt(
      `HOST is "${host}", which is no address of this machine: expected 127.0.0.1 (this machine alone) or 0.0.0.0 (every network).`,
    );
  }
  throw new Halt(`Cannot listen on ${host}, port ${port}: ${problem.message}`);
}

/** What /api/health says there: { ok, text }, or null when nobody of ours answers. */
async function health(where) {
  try {
    const response = await fetch(`${localAddress(where)}/api/health`, {
      signal: AbortSignal.timeout(2000),
      redirect: "manual",
    });
    const text = await response.text();
    return response.headers.get("content-type")?.includes("json") && text.includes('"status"')
      ? { ok: response.ok, text }
      : null;
  } catch {
    return null;
  }
}

/** Waits until the server is healthy; false after `seconds`, or as soon as gone() says so. */
export async function waitUntilHealthy(where, { seconds, gone }) {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until && !gone()) {
    if ((await health(where))?.ok) return true;
    await pause(100);
  }
  return false;
}
