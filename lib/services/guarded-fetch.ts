import "server-only";
import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import type { Transform } from "node:stream";
import zlib from "node:zlib";
import ipaddr from "ipaddr.js";

// The only way out: a JSON document of a public site. Whoever types an address must not be able to make this server
// knock at doors of its own network, wait for ever, or fill its memory.

/** Bytes, after decompression as well as before. */
const LARGEST = 1_000_000;
/** Milliseconds for everything: names, redirects and the whole answer. */
const TIME_LIMIT = 10_000;
const MOST_REDIRECTS = 3;

export type FetchFault =
  /** Not an address this server asks: another scheme or port, a password in it, or of a private network. */
  | "not_public"
  /** Nobody answers there. */
  | "unreachable"
  | "too_slow"
  | "too_big"
  | "not_found"
  /** The site says no, or that it is out of order. */
  | "refused"
  /** An answer, but no JSON. */
  | "not_readable";

/** What tells a site which version is known here already. */
export type Validators = { etag: string | null; lastModified: string | null };

export type Fetched =
  | ({ ok: true; body: unknown } & Validators)
  | { ok: true; unchanged: true }
  | { ok: false; fault: FetchFault };

type Address = { address: string; family: number };

/** How to get out. Only tests give another: the environment has no say in it. */
export type Way = {
  resolve: (host: string) => Promise<Address[]>;
  isPublic: (address: string) => boolean;
  /** Where a checked address is really asked: null is the site's own port 443 with TLS. */
  port: number | null;
  timeLimit: number;
};

/** Whether an address belongs to the public internet. Forms that hide another address in one are not public. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return false;
  // Of IPv6 only what is given out to the world. NAT64, 6to4 and Teredo lie elsewhere or have ranges of their own.
  return address.kind() === "ipv4" || address.match(ipaddr.parseCIDR("2000::/3"));
}

const OUT: Way = {
  resolve: (host) => lookup(host, { all: true, verbatim: true }),
  isPublic: isPublicAddress,
  port: null,
  timeLimit: TIME_LIMIT,
};

class Fault extends Error {
  constructor(readonly fault: FetchFault) {
    super(fault);
  }
}

/** Names of sites only: no numbers in their place, however they are written. */
function checkUrl(url: URL, allowHost: (host: string) => boolean): void {
  const plain = url.protocol === "https:" && url.port === "" && url.username === "" && url.password === "";
  const name = /^(?=.{4,253}$)[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*[a-z0-9]$/.test(url.hostname);
  if (!plain || !name || !allowHost(url.hostname)) throw new Fault("not_public");
}

/** Every address of the name must be public: one that is not means that somebody plays with it. */
async function checkedAddresses(host: string, way: Way): Promise<Address[]> {
  let found: Address[];
  try {
    found = await way.resolve(host);
  } catch {
    throw new Fault("unreachable");
  }
  if (found.length === 0) throw new Fault("unreachable");
  if (!found.every(({ address }) => way.isPublic(address))) throw new Fault("not_public");
  return found;
}

type Ask = { url: URL; addresses: Address[]; headers: Record<string, string>; signal: AbortSignal; way: Way };

function ask({ url, addresses, headers, signal, way }: Ask): Promise<http.IncomingMessage> {
  // The name is not looked up a second time: what was checked is what is connected to.
  const toChecked: LookupFunction = (_, options, answer) => {
    const [first] = addresses;
    if (options.all) answer(null, addresses);
    else answer(null, first?.address ?? "", first?.family);
  };
  const options = {
    host: url.hostname,
    path: `${url.pathname}${url.search}`,
    headers,
    lookup: toChecked,
    agent: false,
    signal,
    maxHeaderSize: 16_384,
  };
  return new Promise((resolve, reject) => {
    const request =
      way.port === null
        ? https.request({ ...options, port: 443, servername: url.hostname })
        : http.request({ ...options, port: way.port });
    request.once("response", resolve);
    // Also later, when the answer is cut off: whoever reads it is told by the answer itself.
    request.on("error", reject);
    request.end();
  });
}

const UNPACK: Record<string, () => Transform> = {
  gzip: () => zlib.createGunzip(),
  deflate: () => zlib.createInflate(),
  br: () => zlib.createBrotliDecompress(),
};

async function readBody(response: http.IncomingMessage): Promise<string> {
  const type = (response.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!/^application\/([a-z0-9.-]+\+)?json$/.test(type)) throw new Fault("not_readable");
  if (Number(response.headers["content-length"] ?? 0) > LARGEST) throw new Fault("too_big");
  const encoding = (response.headers["content-encoding"] ?? "identity").toLowerCase();
  const unpack = UNPACK[encoding];
  if (!unpack && encoding !== "identity") throw new Fault("not_readable");
  let packed = 0;
  response.on("data", (chunk: Buffer) => {
    packed += chunk.length;
    if (packed > LARGEST) response.destroy(new Fault("too_big"));
  });
  const unpacking = unpack?.();
  if (unpacking) {
    response.once("error", (error) => unpacking.destroy(error));
    response.pipe(unpacking);
  }
  const stream: AsyncIterable<Buffer> = unpacking ?? response;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > LARGEST) throw new Fault("too_big");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function headerOf(response: http.IncomingMessage, name: "etag" | "last-modified"): string | null {
  const value = response.headers[name];
  return typeof value === "string" && value.length <= 300 ? value : null;
}

type Request = {
  url: string;
  /** Who asks, with an address to write to: nothing of whoever wanted it. */
  userAgent: string;
  allowHost?: (host: string) => boolean;
  known?: Validators;
};

async function follow({ url: from, userAgent, allowHost = () => true, known }: Request, way: Way) {
  const signal = AbortSignal.timeout(way.timeLimit);
  const late = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(new Fault("too_slow")), { once: true }),
  );
  late.catch(() => null);
  const headers = {
    accept: "application/json",
    "accept-encoding": "identity",
    "user-agent": userAgent,
    ...(known?.etag && { "if-none-match": known.etag }),
    ...(known?.lastModified && { "if-modified-since": known.lastModified }),
  };
  let url = new URL(from);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    checkUrl(url, allowHost);
    const addresses = await Promise.race([checkedAddresses(url.hostname, way), late]);
    const response = await Promise.race([ask({ url, addresses, headers, signal, way }), late]);
    response.on("error", () => null);
    const status = response.statusCode ?? 0;
    try {
      if (status === 304) return { ok: true, unchanged: true } as const;
      const to = response.headers.location;
      if (status >= 300 && status < 400 && to && URL.canParse(to, url)) {
        url = new URL(to, url);
        continue;
      }
      if (status === 404 || status === 410) throw new Fault("not_found");
      if (status !== 200) throw new Fault("refused");
      const text = await Promise.race([readBody(response), late]);
      return {
        ok: true,
        body: JSON.parse(text) as unknown,
        etag: headerOf(response, "etag"),
        lastModified: headerOf(response, "last-modified"),
      } as const;
    } finally {
      response.destroy();
    }
  }
  throw new Fault("refused");
}

/** Asks a public site for a JSON document. Never throws for whatever the site does: see FetchFault. */
export async function fetchJson(request: Request, way: Partial<Way> = {}): Promise<Fetched> {
  try {
    return await follow(request, { ...OUT, ...way });
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault };
    if (error instanceof SyntaxError) return { ok: false, fault: "not_readable" };
    if (error instanceof Error && error.name === "AbortError") return { ok: false, fault: "too_slow" };
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return {
      ok: false,
      fault: /^(Z_|ERR__ERROR|ERR_BROTLI|HPE_)/.test(code) ? "not_readable" : "unreachable",
    };
  }
}
