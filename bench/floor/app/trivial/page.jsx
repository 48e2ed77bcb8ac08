import { connection } from "next/server";

/** The least page the framework can make for a request. */
export default async function Trivial() {
  await connection();
  return <p>{new Date().toISOString()}</p>;
}
