import "server-only";
import pg from "pg";

const {
  BOOL,
  INT2,
  INT4,
  INT8,
  FLOAT8,
  TEXT,
  VARCHAR,
  UUID,
  JSON: JSON_TEXT,
  JSONB,
  TIMESTAMPTZ,
} = pg.types.builtins;
// The driver names no types of lists.
const TEXT_ARRAY: number = 1009;
const UUID_ARRAY: number = 2951;
/** From here on types are the product's own: words of a list. */
const FIRST_OWN_TYPE = 16_384;

const asItIs = (text: string) => text;
const readArray: (text: string) => unknown = pg.types.getTypeParser(TEXT_ARRAY);

/** How values are read, as Prisma reads them. */
const READERS = new Map<number, (text: string) => unknown>([
  [BOOL, (text) => text === "t"],
  [INT2, Number],
  [INT4, Number],
  [INT8, BigInt],
  [FLOAT8, Number],
  [TEXT, asItIs],
  [VARCHAR, asItIs],
  [UUID, asItIs],
  [JSON_TEXT, JSON.parse],
  [JSONB, JSON.parse],
  [TIMESTAMPTZ, (text) => new Date(text)],
  [TEXT_ARRAY, readArray],
  [UUID_ARRAY, readArray],
]);

/** Days and exact decimals are read differently by everybody: they are cast in the statement, to text or a number. */
function refuse(type: number): (text: string) => never {
  return () => {
    throw new Error(`Values of the type ${type} are not read here: cast them in the statement`);
  };
}

/** For the driver: what stands in an answer, by the number of its type. */
export const types = {
  getTypeParser: (type: number): ((text: string) => unknown) =>
    READERS.get(type) ?? (type >= FIRST_OWN_TYPE ? asItIs : refuse(type)),
};
