/** What is wrong with one field. `code` is worded by the catalogue (`form.errors.<code>`), `field` is the input's name. */
export type FieldError = {
  field: string;
  code: string;
  params?: Record<string, string | number | string[]>;
};

export type FailureCode =
  | "signed_out"
  | "not_found"
  | "forbidden"
  /** The workspace is suspended or closing: its members read only. */
  | "read_only"
  | "invalid"
  /** Somebody saved the record since the form was opened. */
  | "conflict"
  | "too_many_requests"
  /** A platform admin has to show their second factor first. */
  | "second_factor";

/** An expected failure: a value, never thrown. */
export type Failure = { ok: false; code: FailureCode; errors: FieldError[]; retryAfterSeconds?: number };
export type Success<T> = { ok: true; value: T };
export type Result<T> = Success<T> | Failure;

export function done<T>(value: T): Success<T> {
  return { ok: true, value };
}

export function failed(code: FailureCode, errors: FieldError[] = []): Failure {
  return { ok: false, code, errors };
}

/** A failure about one field of the input. */
export function refused(field: string, code: string, params?: FieldError["params"]): Failure {
  return failed("invalid", [params ? { field, code, params } : { field, code }]);
}
