"use client";

/** The last resort: shown when even the page's frame failed, so it depends on nothing. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>Something went wrong on our side</h1>
          <p>What you saved is safe. Load the page again in a moment.</p>
          <a href="/">Go to the first page</a>
        </main>
      </body>
    </html>
  );
}
