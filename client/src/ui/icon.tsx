const paths = {
  home: "M4 11l8-7 8 7v8.500a1.5 1.5 0 01-1.5 1.500H15v-6H9v6H5.500A1.5 1.5 0 014 19.500z",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  search: "M10.5 17a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM20 20l-4.8-4.8",
  offer: "M4 8.500h16v11H4zM9 8.500V6a1 1 0 011-1h4a1 1 0 011 1v2.500M4 13h16",
  calendar: "M4 6.500h16V20H4zM4 11h16M8.5 4v4M15.5 4v4",
  people:
    "M9 11.500a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 5a3.5 3.5 0 010 6.500M18 14.500c2 .8 3.2 2.6 3.5 5.5",
  person: "M12 12a4 4 0 100-8 4 4 0 000 8zM4.5 20.500c.6-4.3 3.4-6.5 7.5-6.500s6.9 2.2 7.5 6.5",
  stamp: "M9 13V9.500a3 3 0 116 0V13M5 13h14v4H5zM6 20.500h12",
  medal:
    "M12 15.500a6 6 0 100-12 6 6 0 000 12zM8.5 14.500L7 21l5-2.500 5 2.500-1.500-6.500M9.800 9.500l1.600 1.600 2.800-3",
  settings:
    "M5 7h8M17 7h2M5 17h2M11 17h8M15 9.500a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM9 19.500a2.5 2.5 0 100-5 2.5 2.5 0 000 5z",
  building: "M5 20.500V4.500h9v16M14 9.500h5v11M3 20.500h18M8.5 8.500h2M8.5 12.500h2M8.5 16.500h2",
  chart: "M4 20.500h16M7 17v-5M12 17V5M17 17V9",
  book: "M12 6.500C10 5 7.5 4.5 4 4.500v14c3.5 0 6 .5 8 2 2-1.5 4.5-2 8-2v-14c-3.5 0-6 .5-8 2zM12 6.500v14",
  mail: "M3.5 6h17v12.500h-17zM4 6.500l8 6.5 8-6.5",
  check: "M5 12.500l4.5 4.500L19 7.5",
  close: "M6 6l12 12M18 6L6 18",
  back: "M11 5l-7 7 7 7M4 12h16",
  next: "M13 5l7 7-7 7M4 12h16",
  plus: "M12 5v14M5 12h14",
  alert: "M12 4L2.5 20h19zM12 10v4.500M12 17.500h.01",
  info: "M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v5.500M12 7.500h.01",
  place:
    "M12 21c4.5-5 7-8.5 7-11.500a7 7 0 10-14 0c0 3 2.5 6.5 7 11.500zM12 12a2.5 2.5 0 100-5 2.5 2.5 0 000 5z",
  sun: "M12 16a4 4 0 100-8 4 4 0 000 8zM12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M5.3 18.700l1.4-1.400M17.3 6.700l1.4-1.4",
  moon: "M19.5 14.500A8 8 0 019.5 4.500a8 8 0 1010 10z",
  auto: "M12 21a9 9 0 100-18 9 9 0 000 18zM12 3v18M12 7.500l5-1.500M12 12h9M12 16.500l5 1.5",
  help: "M12 21a9 9 0 100-18 9 9 0 000 18zM9.5 9.500a2.5 2.5 0 114 2c-1 .7-1.5 1.2-1.5 2.500M12 17h.01",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6.500H7z",
  out: "M14 4H5v16h9M10 12h10.500M16.5 8l4 4-4 4",
} as const;

export type IconName = keyof typeof paths;

interface IconProps {
  name: IconName;
  size?: number;
}

/** A drawing of ours beside a word; never alone without a label on its button. Hidden from screen readers. */
export function Icon({ name, size = 22 }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: "none" }}
    >
      <path d={paths[name]} />
    </svg>
  );
}
