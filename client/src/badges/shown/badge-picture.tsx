import { badgeDrawing, type Motif } from "@acquis/shared/badges/motifs.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./shown.module.css";

interface BadgePictureProps {
  /** Where its image is; null or out of reach, a blank badge is drawn. */
  src?: string | null | undefined;
  /** One of our drawings, rather than an image. */
  motif?: Motif | null | undefined;
  level?: { reached: number; of: number } | null;
  name: string;
  /** Side in px; shrinks with its place. */
  size?: number;
  /** Say the name to screen readers; not where it is written beside. */
  spoken?: boolean;
}

const asImage = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/** The picture of a badge, always as an image: what a file of others holds never becomes part of the page. */
export function BadgePicture({
  src,
  motif,
  level = null,
  name,
  size = 96,
  spoken = false,
}: BadgePictureProps) {
  const { t } = useTranslation("badges");
  const [missing, setMissing] = useState<string | null>(null);
  const image = src && src !== missing ? src : asImage(badgeDrawing(motif ?? "star", name, level));
  return (
    <img
      className={styles.picture}
      src={image}
      alt={spoken ? t("picture", { name }) : ""}
      width={size}
      height={size}
      loading="lazy"
      onError={() => setMissing(src ?? null)}
    />
  );
}
