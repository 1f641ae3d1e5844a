/** Curves on logarithmic paper, as SVG text: enough for the reports and no more. */

export interface Curve {
  readonly name: string;
  /** From left to right. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** By point: drawn hollow, for what is only a least. */
  readonly hollow?: readonly boolean[];
}

export interface Scale {
  readonly title: string;
  /** Ends of the axis; above 0 when it is logarithmic. */
  readonly from: number;
  readonly to: number;
  readonly log: boolean;
  readonly ticks: readonly number[];
  readonly tickText: (value: number) => string;
}

export interface Chart {
  readonly title: string;
  readonly x: Scale;
  readonly y: Scale;
  readonly curves: readonly Curve[];
  /** A point holds until the next one, and the last to the end; otherwise points are joined. */
  readonly stairs: boolean;
}

const WIDTH = 760;
const HEIGHT = 440;
const LEFT = 64;
const RIGHT = 190;
const TOP = 44;
const BOTTOM = 56;
/** Told apart by the colour-blind too (Okabe and Ito), and by their dashes in print. */
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000"];
const DASHES = ["", "7 3", "2 3", "9 3 2 3"];

export function svgChart(chart: Chart): string {
  const x = position(chart.x, LEFT, WIDTH - RIGHT);
  const y = position(chart.y, HEIGHT - BOTTOM, TOP);
  const curves = chart.curves.map((curve, at) => {
    const colour = COLOURS[at % COLOURS.length] ?? "#000000";
    const dash = DASHES[Math.floor(at / COLOURS.length) % DASHES.length] ?? "";
    const style = `fill="none" stroke="${colour}" stroke-width="2"${dash === "" ? "" : ` stroke-dasharray="${dash}"`}`;
    const key = TOP + 10 + at * 20;
    const dots = chart.stairs
      ? []
      : curve.points.map(([a, b], point) => {
          const fill = curve.hollow?.[point] === true ? "#ffffff" : colour;
          return `<circle cx="${x(a)}" cy="${y(b)}" r="4" fill="${fill}" stroke="${colour}"/>`;
        });
    return [
      `<path d="${path(chart, curve, x, y)}" ${style}/>`,
      ...dots,
      `<path d="M${WIDTH - RIGHT + 12} ${key}h24" ${style}/>`,
      text(WIDTH - RIGHT + 42, key + 4, curve.name),
    ].join("\n");
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
${text(LEFT, 24, chart.title, 'font-size="15" font-weight="bold"')}
${grid(chart, x, y)}
${curves.join("\n")}
</svg>
`;
}

type Position = (value: number) => string;

/** Where a value is on the axis between two ends of the paper, held within them. */
function position({ from, to, log }: Scale, start: number, end: number): Position {
  const at = (value: number) => (log ? Math.log(value) : value);
  return (value) => {
    const share = (at(value) - at(from)) / (at(to) - at(from));
    return (start + Math.min(1, Math.max(0, share)) * (end - start)).toFixed(1);
  };
}

function path({ x: scale, stairs }: Chart, { points }: Curve, x: Position, y: Position): string {
  const corners = points.map(([a, b], at) => {
    if (at === 0) return `M${x(a)} ${y(b)}`;
    return stairs ? `H${x(a)}V${y(b)}` : `L${x(a)} ${y(b)}`;
  });
  return corners.join("") + (stairs && points.length > 0 ? `H${x(scale.to)}` : "");
}

function grid({ x: across, y: up }: Chart, x: Position, y: Position): string {
  const lines = [
    ...across.ticks.flatMap((tick) => [
      `<path d="M${x(tick)} ${TOP}V${HEIGHT - BOTTOM}" stroke="#dddddd"/>`,
      text(Number(x(tick)), HEIGHT - BOTTOM + 18, across.tickText(tick), 'text-anchor="middle"'),
    ]),
    ...up.ticks.flatMap((tick) => [
      `<path d="M${LEFT} ${y(tick)}H${WIDTH - RIGHT}" stroke="#dddddd"/>`,
      text(LEFT - 8, Number(y(tick)) + 4, up.tickText(tick), 'text-anchor="end"'),
    ]),
    `<path d="M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}" fill="none" stroke="#333333"/>`,
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14, across.title, 'text-anchor="middle"'),
  ];
  const middle = (TOP + HEIGHT - BOTTOM) / 2;
  lines.push(
    text(18, middle, up.title, `text-anchor="middle" transform="rotate(-90 18 ${middle})"`),
  );
  return lines.join("\n");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function text(x: number, y: number, content: string, attributes = ""): string {
  const escaped = content.replaceAll(/[&<>"]/g, (each) => ESCAPES[each] ?? each);
  return `<text x="${x}" y="${y}"${attributes === "" ? "" : ` ${attributes}`}>${escaped}</text>`;
}

/** Powers of a base that fall within the ends. */
export function powers(base: number, from: number, to: number): number[] {
  const first = Math.ceil(Math.log(from) / Math.log(base) - 1e-9);
  const last = Math.floor(Math.log(to) / Math.log(base) + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => base ** (first + at));
}
