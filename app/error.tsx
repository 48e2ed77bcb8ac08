"use client";

import { BrokenPage } from "@/components/error/broken-page";

export default function ErrorPage({ retry }: { retry: () => void }) {
  return <BrokenPage retry={retry} home="/" />;
}
