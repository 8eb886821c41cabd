/** What somebody typed into the room, and as whom. */
export type RoomLine =
  | { readonly kind: 'command'; readonly line: string; readonly files: readonly string[] }
  | { readonly kind: 'message'; readonly text: string; readonly files: readonly string[] }
  | {
      readonly kind: 'reaction';
      readonly act: 'added' | 'removed';
      readonly emoji: string;
      readonly message: string;
    }
  | { readonly kind: 'press'; readonly label: string; readonly message: string | null }
  | { readonly kind: 'menu'; readonly action: string; readonly message: string }
  | { readonly kind: 'delete'; readonly message: string }
  | { readonly kind: 'clock'; readonly byMs: number }
  | { readonly kind: 'help' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'nothing' };

const UNITS_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

const SPEAKER = '[\\p{L}\\p{N}_.-]{1,32}';
const WHOLE_SPEAKER = new RegExp(`^${SPEAKER}$`, 'u');
const SPEAKER_AND_LINE = new RegExp(`^\\s*(${SPEAKER}):\\s+(\\S[\\s\\S]*)$`, 'u');

/** The account that a name stands for, or null where nobody can speak under it. Anybody may walk into the room. */
export function accountNamed(name: string): string | null {
  return WHOLE_SPEAKER.test(name) ? name.toLowerCase() : null;
}

/** Who speaks (`bo: …`) and what is left of the line; null for whoever sits at the keyboard. */
export function readSpeaker(line: string): { speaker: string | null; rest: string } {
  const match = SPEAKER_AND_LINE.exec(line);
  if (!match?.[1] || !match[2]) return { speaker: null, rest: line.trim() };
  return { speaker: match[1].toLowerCase(), rest: match[2].trim() };
}

export function readRoomLine(text: string): RoomLine {
  if (text === '') return { kind: 'nothing' };
  if (/^(help|\?)$/i.test(text)) return { kind: 'help' };
  if (/^(quit|exit)$/i.test(text)) return { kind: 'leave' };
  const reaction = /^([+-])(\S+)\s+#(\d+)$/.exec(text);
  if (reaction?.[2] && reaction[3] && reaction[2] !== 'file') {
    return {
      kind: 'reaction',
      act: reaction[1] === '+' ? 'added' : 'removed',
      emoji: reaction[2],
      message: reaction[3],
    };
  }
  const number = /^(\d{1,2})$/.exec(text);
  if (number?.[1]) return { kind: 'press', label: number[1], message: null };
  const press = /^press\s+(.+?)(?:\s+#(\d+))?$/i.exec(text);
  if (press?.[1]) return { kind: 'press', label: press[1], message: press[2] ?? null };
  const menu = /^menu\s+#(\d+)\s+(.+)$/i.exec(text);
  if (menu?.[1] && menu[2]) return { kind: 'menu', action: menu[2], message: menu[1] };
  const gone = /^delete\s+#(\d+)$/i.exec(text);
  if (gone?.[1]) return { kind: 'delete', message: gone[1] };
  const clock = /^clock\s+\+(\d{1,5})([smhdw])$/i.exec(text);
  if (clock?.[1] && clock[2]) {
    return {
      kind: 'clock',
      byMs: Number(clock[1]) * UNITS_MS[clock[2].toLowerCase() as keyof typeof UNITS_MS],
    };
  }
  const { rest, files } = takeFiles(text);
  if (rest.startsWith('/')) return { kind: 'command', line: rest.slice(1), files };
  return { kind: 'message', text: rest, files };
}

/** `/isrc check +file "my codes.csv"` → the line without them, and the paths. */
function takeFiles(text: string): { rest: string; files: readonly string[] } {
  const files: string[] = [];
  const rest = text.replace(
    /(?:^|\s)\+file\s+(?:"([^"]+)"|(\S+))/g,
    (_, quoted: string | undefined, bare: string | undefined) => {
      files.push(quoted ?? bare ?? '');
      return '';
    },
  );
  return { rest: rest.trim(), files };
}
