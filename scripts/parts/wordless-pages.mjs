// A page that finds out while it is made that it is not there, or breaks, is answered by the framework with an empty body,
// which its scripts fill. Loaded into the server beside the framework, this writes the words for whoever has scripts off
// (docs/decisions/0027).
import { Server } from "node:http";
import { withWords } from "./page-words.mjs";

const { emit } = Server.prototype;

Server.prototype.emit = function (event, ...about) {
  if (event === "request") fillFirst(about[1]);
  return emit.call(this, event, ...about);
};

/** The words are in the first bytes of an answer or nowhere: what is written after them is none of ours. */
function fillFirst(response) {
  const { write } = response;
  response.write = (chunk, ...more) => {
    response.write = write;
    const policy = String(response.getHeader("content-security-policy"));
    const bytes = ArrayBuffer.isView(chunk) ? withWords(response.statusCode, policy, asBuffer(chunk)) : chunk;
    return response.write(bytes, ...more);
  };
}

const asBuffer = ({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength);
