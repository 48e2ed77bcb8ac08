import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { fetchJson, isPublicAddress } from "@/lib/services/guarded-fetch";
import { json, type Reply, strangeSite } from "@/tests/factories/strange-site";

const URL_OF_PAGE = "https://consult.example.org/api";
const userAgent = "Followthrough/test (+https://followthrough.example.org)";

let site: Awaited<ReturnType<typeof strangeSite>> | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
});

async function ask(
  reply: Reply,
  url = URL_OF_PAGE,
  more: { timeLimit?: number; allowHost?: (host: string) => boolean } = {},
) {
  site = await strangeSite(reply);
  const { timeLimit, ...request } = more;
  const answer = await fetchJson(
    { url, userAgent, ...request },
    { ...site.way, ...(timeLimit && { timeLimit }) },
  );
  return { answer, asked: site.asked };
}
const fault = (code: string) => ({ ok: false, fault: code });

describe("an address", () => {
  it.each([
    [
      "127.0.0.1",
      "0.0.0.0",
      "0.1.2.3",
      "10.1.2.3",
      "100.64.0.1",
      "169.254.169.254",
      "172.16.0.1",
      "192.168.0.1",
    ],
    [
      "192.0.0.8",
      "192.0.2.1",
      "198.18.0.1",
      "198.51.100.1",
      "203.0.113.1",
      "224.0.0.1",
      "240.0.0.1",
      "255.255.255.255",
    ],
    [
      "::",
      "::1",
      "::ffff:127.0.0.1",
      "::ffff:8.8.8.8",
      "::7f00:1",
      "64:ff9b::7f00:1",
      "64:ff9b:1::1",
      "2002:7f00:1::",
    ],
    [
      "2001::1",
      "2001:db8::1",
      "fc00::1",
      "fd12::1",
      "fe80::1",
      "fec0::1",
      "ff02::1",
      "100::1",
      "",
      "localhost",
      "1",
    ],
  ])("of a network of one's own, or in disguise, is not public", (...addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  it("of the internet is", () => {
    expect(["8.8.8.8", "151.101.0.144", "2606:4700::1111", "2a04:4e42::144"].every(isPublicAddress)).toBe(
      true,
    );
  });

  it.each([
    "http://consult.example.org/api",
    "https://consult.example.org:8443/api",
    "https://name:word@consult.example.org/api",
    "https://127.0.0.1/api",
    "https://2130706433/api",
    "https://0x7f000001/api",
    "https://0177.0.0.1/api",
    "https://[::1]/api",
    "https://[::ffff:127.0.0.1]/api",
    "https://localhost/api",
    "https://localhost./api",
    "file:///etc/passwd",
    "data:application/json,{}",
  ])("is not asked: %s", async (url) => {
    const { answer, asked } = await ask((_, response) => json(response, {}), url);
    expect(answer).toEqual(fault("not_public"));
    expect(asked).toEqual([]);
  });

  it.each([["127.0.0.9"], ["169.254.169.254"], ["::1"], ["::ffff:127.0.0.1"], ["127.0.0.1", "10.0.0.1"]])(
    "whose name leads to %s is not asked",
    async (...addresses) => {
      site = await strangeSite((_, response) => json(response, {}));
      site.names["consult.example.org"] = addresses;
      expect(await fetchJson({ url: URL_OF_PAGE, userAgent }, site.way)).toEqual(fault("not_public"));
      expect(site.asked).toEqual([]);
      // And with what really counts as public, not even this machine.
      const { isPublic: _, ...strict } = site.way;
      site.names["consult.example.org"] = ["127.0.0.1"];
      expect(await fetchJson({ url: URL_OF_PAGE, userAgent }, strict)).toEqual(fault("not_public"));
      expect(site.asked).toEqual([]);
    },
  );

  it("is looked up once: what was checked is what is asked", async () => {
    site = await strangeSite((_, response) => json(response, { fine: true }));
    let lookups = 0;
    const resolve = async () => {
      lookups += 1;
      return [{ address: lookups === 1 ? "127.0.0.1" : "10.0.0.1", family: 4 }];
    };
    expect(await fetchJson({ url: URL_OF_PAGE, userAgent }, { ...site.way, resolve })).toMatchObject({
      ok: true,
    });
    expect(lookups).toBe(1);
    expect(site.asked).toHaveLength(1);
  });

  it("that has no name, or where nobody answers, is out of reach", async () => {
    site = await strangeSite(() => null);
    const none = async () => {
      throw new Error("ENOTFOUND");
    };
    expect(await fetchJson({ url: URL_OF_PAGE, userAgent }, { ...site.way, resolve: none })).toEqual(
      fault("unreachable"),
    );
    const { way } = site;
    await site.close();
    site = null;
    expect(await fetchJson({ url: URL_OF_PAGE, userAgent }, way)).toEqual(fault("unreachable"));
  });
});

describe("a site", () => {
  it("is told who asks and what is known already, and nothing else", async () => {
    site = await strangeSite((request, response) =>
      request.headers["if-none-match"] === '"7"'
        ? response.writeHead(304).end()
        : json(response, { fine: true }, { etag: '"7"', "last-modified": "Mon, 02 Mar 2026 10:00:00 GMT" }),
    );
    const first = await fetchJson({ url: URL_OF_PAGE, userAgent }, site.way);
    expect(first).toEqual({
      ok: true,
      body: { fine: true },
      etag: '"7"',
      lastModified: "Mon, 02 Mar 2026 10:00:00 GMT",
    });
    expect(Object.keys(site.asked[0]?.headers ?? {}).sort()).toEqual([
      "accept",
      "accept-encoding",
      "connection",
      "host",
      "user-agent",
    ]);
    const known = { etag: '"7"', lastModified: null };
    expect(await fetchJson({ url: URL_OF_PAGE, userAgent, known }, site.way)).toEqual({
      ok: true,
      unchanged: true,
    });
  });

  it.each([
    [404, "not_found"],
    [410, "not_found"],
    [403, "refused"],
    [429, "refused"],
    [500, "refused"],
  ])("that answers %i is worded as %s", async (status, code) => {
    const { answer } = await ask((_, response) => response.writeHead(status).end("{}"));
    expect(answer).toEqual(fault(code));
  });

  it("that answers anything but JSON is not read", async () => {
    const page = await ask((_, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("{}"),
    );
    expect(page.answer).toEqual(fault("not_readable"));
    await site?.close();
    const cut = await ask((_, response) =>
      response.writeHead(200, { "content-type": "application/json" }).end('{"a":'),
    );
    expect(cut.answer).toEqual(fault("not_readable"));
    await site?.close();
    const packed = await ask((_, response) =>
      response
        .writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" })
        .end("no gzip"),
    );
    expect(packed.answer).toEqual(fault("not_readable"));
  });

  it("may pack its answer, but not a bomb", async () => {
    const pack =
      (body: unknown): Reply =>
      (_, response) =>
        response
          .writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" })
          .end(gzipSync(JSON.stringify(body)));
    expect((await ask(pack({ fine: true }))).answer).toMatchObject({ ok: true, body: { fine: true } });
    await site?.close();
    expect((await ask(pack("0".repeat(50_000_000)))).answer).toEqual(fault("too_big"));
  });

  it("that never stops talking is cut off", async () => {
    const said = await ask((_, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": 5_000_000 });
      response.end();
    });
    expect(said.answer).toEqual(fault("too_big"));
    await site?.close();
    let sent = 0;
    const endless = await ask((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const more = () => {
        if (response.destroyed || sent > 50_000_000) return;
        sent += 65_536;
        response.write("0".repeat(65_536), more);
      };
      more();
    });
    expect(endless.answer).toEqual(fault("too_big"));
    expect(sent).toBeLessThan(20_000_000);
  });

  it.each<[string, Reply]>([
    ["says nothing", () => null],
    [
      "stops in the middle",
      (_, response) => void response.writeHead(200, { "content-type": "application/json" }).write("{"),
    ],
    [
      "drips",
      (_, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        const drip = setInterval(() => (response.destroyed ? clearInterval(drip) : response.write(" ")), 50);
      },
    ],
  ])("that %s is not waited for", async (_, reply) => {
    const begun = performance.now();
    expect((await ask(reply, URL_OF_PAGE, { timeLimit: 300 })).answer).toEqual(fault("too_slow"));
    expect(performance.now() - begun).toBeLessThan(30_000);
  });

  it("whose name takes for ever to be found is not waited for either", async () => {
    site = await strangeSite(() => null);
    const resolve = () => new Promise<never>(() => null);
    const way = { ...site.way, resolve, timeLimit: 200 };
    expect(await fetchJson({ url: URL_OF_PAGE, userAgent }, way)).toEqual(fault("too_slow"));
  });
});

describe("a redirect", () => {
  const to =
    (location: string): Reply =>
    (request, response) =>
      request.url === "/api"
        ? response.writeHead(302, { location }).end()
        : json(response, { at: request.headers.host });

  it("is followed to another public name", async () => {
    const { answer } = await ask(to("https://haveyoursay.example.org/moved"));
    expect(answer).toMatchObject({
      ok: true,
      body: { at: expect.stringContaining("haveyoursay.example.org") },
    });
  });

  it.each([
    "http://consult.example.org/moved",
    "https://127.0.0.1/moved",
    "https://[::ffff:127.0.0.1]/moved",
    "https://[::1]/moved",
    "https://2130706433/moved",
    "https://0x7f.1/moved",
    "https://consult.example.org:22/moved",
    "https://name:word@consult.example.org/moved",
    "file:///etc/passwd",
  ])("to %s is not", async (location) => {
    const { answer, asked } = await ask(to(location));
    expect(answer).toEqual(fault("not_public"));
    expect(asked).toHaveLength(1);
  });

  it("to a name that leads inside is not", async () => {
    site = await strangeSite(to("https://inside.example.org/moved"));
    site.names["inside.example.org"] = ["10.0.0.7"];
    expect(await fetchJson({ url: URL_OF_PAGE, userAgent }, site.way)).toEqual(fault("not_public"));
    expect(site.asked).toHaveLength(1);
  });

  it("to a site that was not meant is not", async () => {
    const { answer } = await ask(to("https://elsewhere.example.org/moved"), URL_OF_PAGE, {
      allowHost: (host) => host === "consult.example.org",
    });
    expect(answer).toEqual(fault("not_public"));
  });

  it("that leads in a circle ends after three", async () => {
    const { answer, asked } = await ask((_, response) => response.writeHead(301, { location: "/api" }).end());
    expect(answer).toEqual(fault("refused"));
    expect(asked).toHaveLength(4);
  });
});
