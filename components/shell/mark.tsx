/** The product's mark: a thread that opens into what follows. */
export function ProductMark() {
  return (
    <span className="grid size-9 shrink-0 place-items-center rounded-md bg-teal text-on-teal">
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        width={22}
        height={22}
        fill="none"
        stroke="currentColor"
        strokeWidth={2.2}
        strokeLinejoin="round"
        strokeLinecap="round"
        className="rtl:-scale-x-100"
      >
        <path d="M3 12h9M12 12l9-4.5v9z" />
      </svg>
    </span>
  );
}
