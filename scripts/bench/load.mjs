// Load: requests kept in flight for a while, on one side after another in short turns.
import http from "node:http";

/** Sends one request over a connection that is kept, and reads the answer to its end: { status, bytes }. */
export function request(agent, url, { method = "GET", headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const sent = http.request(url, { agent, method, headers }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk) => {
        bytes += chunk.length;
      });
      answer.on("end", () => resolve({ status: answer.statusCode, bytes }));
      answer.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Milliseconds. Servers close a connection that rests for five seconds: ours are let go before, while others have their turn. */
const RESTS = 3000;

export const keptConnections = (connections) =>
  new http.Agent({ keepAlive: true, maxSockets: connections, timeout: RESTS });

/** Keeps `connections` calls of `hit(n)` in flight for `seconds`. Adds their times (ms) and the time taken to `sums`. */
async function slice(hit, connections, seconds, sums) {
  const began = performance.now();
  const until = began + seconds * 1000;
  const worker = async () => {
    do {
      const from = performance.now();
      await hit(sums.next++);
      sums.times.push(performance.now() - from);
    } while (performance.now() < until);
  };
  await Promise.all(Array.from({ length: connections }, worker));
  sums.seconds += (performance.now() - began) / 1000;
}

/**
 * Measures several sides of one work, interleaved: in every round each has its turn, and the next round begins with
 * another one, so that what else the machine does falls on all of them.
 * @param sides [{ name, hit }]
 * @returns Map of name → { times, seconds }
 */
export async function measure(sides, { connections, rounds, seconds }) {
  const sums = new Map(sides.map(({ name }) => [name, { times: [], seconds: 0, next: 0 }]));
  for (const { name, hit } of sides) {
    // Servers get quicker over their first hundreds of requests.
    const warm = { times: [], seconds: 0, next: 0 };
    await slice(hit, connections, 1.5 * seconds, warm);
    sums.get(name).next = warm.next;
  }
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < sides.length; turn += 1) {
      const { name, hit } = sides[(round + turn) % sides.length];
      await slice(hit, connections, seconds, sums.get(name));
    }
  }
  return sums;
}
