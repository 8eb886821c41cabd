import { IntlMessageFormat } from 'intl-messageformat';

type Element = ReturnType<InstanceType<typeof IntlMessageFormat>['getAst']>[number];

/** What a message is made of, whatever its words are. */
export type Shape = {
  /** The values it names. */
  readonly values: ReadonlySet<string>;
  /** Its styles, one for each time they are opened; how often within choices depends on the language. */
  readonly tags: readonly string[];
  /** The words that a `select` chooses by: `kind=isrc`; of numbers none, since a language may print them instead. */
  readonly selects: ReadonlySet<string>;
  /** The cases of its plurals: `one`, `=2`. */
  readonly plurals: ReadonlySet<string>;
  readonly hasChoices: boolean;
};

/** @throws when it is no ICU message */
export function shapeOf(message: string, locale: string): Shape {
  const elements = [...allElements(new IntlMessageFormat(message, locale).getAst())];
  return {
    values: new Set(elements.flatMap((element) => (isValue(element) ? [nameOf(element)] : []))),
    tags: elements.flatMap((element) => (element.type === 8 ? [element.value] : [])).sort(),
    selects: new Set(
      elements.flatMap((element) => {
        if (element.type !== 5 || choosesByNumber(element.options)) return [];
        return Object.keys(element.options).map((key) => `${element.value}=${key}`);
      }),
    ),
    plurals: new Set(elements.flatMap((element) => (element.type === 6 ? Object.keys(element.options) : []))),
    hasChoices: elements.some(({ type }) => type === 5 || type === 6),
  };
}

/**
 * The words of a message, once for each way of choosing among them, with a mark in place of each value: `0` for
 * numbers, U+FFFC for others.
 */
export function readingsOf(message: string, locale: string): readonly string[] {
  return readings(new IntlMessageFormat(message, locale).getAst());
}

function readings(elements: readonly Element[]): readonly string[] {
  return elements.reduce<readonly string[]>(
    (before, element) => before.flatMap((text) => readingsOfOne(element).map((more) => text + more)),
    [''],
  );
}

function readingsOfOne(element: Element): readonly string[] {
  switch (element.type) {
    case 0:
      return [element.value];
    case 2:
    case 7:
      return ['0'];
    case 5:
    case 6:
      return Object.values(element.options).flatMap(({ value }) => readings(value));
    case 8:
      return readings(element.children);
    default:
      return ['\ufffc'];
  }
}

function* allElements(elements: readonly Element[]): Generator<Element> {
  for (const element of elements) {
    yield element;
    if (element.type === 8) yield* allElements(element.children);
    if (element.type === 5 || element.type === 6)
      for (const { value } of Object.values(element.options)) yield* allElements(value);
  }
}

/** As English does with months, where other languages print the number itself. */
function choosesByNumber(options: object): boolean {
  return Object.keys(options).every((key) => key === 'other' || /^\d+$/.test(key));
}

/** Words, the number sign of a plural, and styles name no value. */
function isValue(element: Element): boolean {
  return element.type !== 0 && element.type !== 7 && element.type !== 8;
}

function nameOf(element: Element): string {
  return 'value' in element ? element.value : '#';
}
