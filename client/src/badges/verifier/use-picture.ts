import type { BadgeSource } from "@acquis/shared/badges/verifier.schema.ts";
import { useEffect, useState } from "react";

/** The picture inside the file that was given, shown from the device itself; null without one. */
export function usePicture(source: BadgeSource | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  const file = source?.file;
  useEffect(() => {
    const isPicture = file && (/^image\//.test(file.type) || /\.(png|svg)$/i.test(file.name));
    const made = isPicture ? URL.createObjectURL(file) : null;
    setUrl(made);
    return () => {
      if (made) URL.revokeObjectURL(made);
    };
  }, [file]);
  return url;
}
