import "server-only";
import pg from "pg";

function isBegin(asked: unknown): boolean {
  const text = typeof asked === "object" && asked !== null && "text" in asked ? asked.text : asked;
  return text === "BEGIN";
}

/**
 * A connection that does not wait for the answer to BEGIN, which says nothing: it is sent together with the first
 * statement of its transaction. Every page and every call begins with one.
 */
export class Connection extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    // A statement may be sent before the answer to the last one has come.
    super({ ...config, pipeline: true });
    const send: (...asked: unknown[]) => unknown = this.query.bind(this);
    let begins = false;
    const query = (...asked: unknown[]): unknown => {
      if (isBegin(asked[0])) {
        begins = true;
        return Promise.resolve({ command: "BEGIN", rowCount: null, oid: 0, fields: [], rows: [] });
      }
      if (!begins) return send(...asked);
      begins = false;
      const { stream } = this.connection;
      stream.cork();
      const sent = [send("BEGIN"), send(...asked)];
      stream.uncork();
      return Promise.all(sent).then(([, answer]) => answer);
    };
    Object.assign(this, { query });
    // Whoever waits for an answer is told by it; a connection that breaks must not end the server.
    this.on("error", () => {});
  }

  /** Closes it without waiting for what was asked. */
  breakOff(): void {
    void this.end();
    this.connection.stream.destroy();
  }
}
