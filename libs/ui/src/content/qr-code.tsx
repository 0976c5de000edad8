import { useId } from 'react';
import { qrPath } from './qr-path';
import type { QrMatrix } from './qr-path';

export type QrCodeProps = {
  /** What it opens: 「受付状況を見るページのQRコード」. The same must stand beside it in words. */
  label: string;
} & (
  | { matrix: QrMatrix; path?: never; modules?: never }
  | {
      /** Path of dark modules in module units. */ path: string;
      /** Modules per side. */ modules: number;
      matrix?: never;
    }
);

const QUIET = 4;

/** A QR code with its quiet zone, black on white also in dark and forced-colour modes. */
export function QrCode(props: QrCodeProps) {
  const titleId = useId();
  const modules = props.matrix ? props.matrix.length : props.modules;
  const side = modules + QUIET * 2;
  return (
    <svg
      className="k-qr"
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      width="168"
      height="168"
      role="img"
      aria-labelledby={titleId}
      shapeRendering="crispEdges"
    >
      <title id={titleId}>{props.label}</title>
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#ffffff" />
      <path d={props.matrix ? qrPath(props.matrix) : props.path} fill="#000000" />
    </svg>
  );
}
