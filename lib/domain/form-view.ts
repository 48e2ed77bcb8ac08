import type { FieldError } from "./result";

/** Every field of a form as typed, by its name. */
export type TypedValues = Record<string, string[]>;

/** Somebody else's version of a record, saved while this form was open. */
export type OtherVersion = {
  values: TypedValues;
  /** Who saved it last; null when that is no longer known. */
  by: string | null;
  at: Date;
};

/** What a form page shows: what is in the fields, what is wrong with it, and whose other version there is. */
export type FormView = {
  /** The draft's name. */
  form: string;
  values: TypedValues;
  errors: FieldError[];
  /** The fields hold what was typed earlier and not saved; it can be thrown away. */
  drafted: boolean;
  /** A draft that was only kept: nobody tried to save it. */
  kept: boolean;
  /** The same form was sent before with other content: that one is saved, this one is not. */
  sentTwice: boolean;
  other: OtherVersion | null;
  /** Changes when the fields' content comes from elsewhere, so that the page starts them afresh. */
  stamp: string;
};

/** What a form outside of any workspace shows: what is in its fields, and what is wrong with them. */
export type AdminFormView = { values: TypedValues; errors: FieldError[] };
