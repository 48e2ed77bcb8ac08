// A bare Node server that answers with the same bytes whatever it is asked: it has no work to do.
// Environment: PORT, and ANSWERS, a file of { "/path": { type, body } }.
import { readFileSync } from "node:fs";
import http from "node:http";

const answers = Object.entries(JSON.parse(readFileSync(process.env.ANSWERS, "utf8"))).map(
  ([path, { type, body }]) => [path, { type, bytes: Buffer.from(body) }],
);
const byPath = new Map(answers);

http
  .createServer((request, response) => {
    request.resume().on("end", () => {
      const answer = byPath.get(request.url);
      if (!answer) return response.writeHead(404).end();
      response.writeHead(200, { "Content-Type": answer.type, "Content-Length": answer.bytes.length });
      response.end(answer.bytes);
    });
  })
  .listen(Number(process.env.PORT), "127.0.0.1");
