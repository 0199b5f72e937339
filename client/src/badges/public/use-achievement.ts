import { useQuery } from "@tanstack/react-query";
import { pathOf } from "../shown/own-address.ts";

export interface SaidAchievement {
  name: string;
  description: string;
  narrative: string;
  image: string | null;
  issuer: string;
  /** What the Région says of it, when it recognises it. */
  endorsements: string[];
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "");
const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {};

async function readAchievement(key: string, signal: AbortSignal): Promise<SaidAchievement | null> {
  const accept = "application/ld+json";
  const response = await fetch(`/badges/achievements/${encodeURIComponent(key)}`, {
    signal,
    headers: { accept },
  });
  if (response.status === 404) return null;
  if (!response.ok) throw new TypeError(`${response.status}`);
  const said = objectOf(await response.json());
  return {
    name: textOf(said.name),
    description: textOf(said.description),
    narrative: textOf(objectOf(said.criteria).narrative),
    image: pathOf(textOf(objectOf(said.image).id)) || null,
    issuer: textOf(objectOf(said.creator).name),
    endorsements: (Array.isArray(said.endorsement) ? said.endorsement : [])
      .map((one) => textOf(objectOf(objectOf(one).credentialSubject).endorsementComment))
      .filter((comment) => comment !== ""),
  };
}

/** What a badge of here says, read at its own address as any machine does; null when there is none. */
export function useAchievement(key: string) {
  return useQuery({
    queryKey: ["badges", "achievement", key],
    queryFn: ({ signal }) => readAchievement(key, signal),
  });
}
