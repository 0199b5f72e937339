/** The mark of Acquis: an apple, half of it still an outline; its check grows out as the stem. Decorative. */
export function Logo({ size = 36 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" fill="none" aria-hidden="true" focusable="false">
      <path
        d="M24 14.5c-3.6-2.6-8.3-2.4-11.6.4C8 18.6 7.4 25 9.3 31c1.8 5.8 5.6 11.5 10.2 11.5 1.8 0 3-.9 4.5-.9z"
        fill="var(--apple)"
      />
      <path
        d="M24 14.500c3.6-2.6 8.3-2.4 11.6.4 4.4 3.7 5 10.1 3.1 16.1-1.8 5.8-5.6 11.5-10.2 11.5-1.8 0-3-.9-4.5-.9"
        stroke="var(--apple)"
        strokeWidth="3"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path
        d="M15.5 26.500l7 7.500L36.5 6"
        stroke="var(--surface)"
        strokeWidth="8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M15.5 26.500l7 7.500L36.5 6"
        stroke="var(--sea)"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
