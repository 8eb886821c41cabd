import { ApiError } from '../errors.ts';
import { isJson, type Json } from '../json.ts';

type Tree = { [key: string]: Tree | { code: string; message: string }[] };

/**
 * Collects what is wrong with a request body, in the nested shape of Discord's "Invalid Form Body".
 *
 * Length is counted in UTF-16 units: nothing documents how Discord counts, and the stricter way finds
 * a text that is too long by either.
 */
export class Form {
  readonly #tree: Tree = {};
  #count = 0;

  fail(path: string, code: string, message: string): void {
    let node = this.#tree;
    for (const key of path.split('.').filter(Boolean)) {
      node[key] ??= {};
      node = node[key] as Tree;
    }
    node._errors ??= [];
    (node._errors as { code: string; message: string }[]).push({ code, message });
    this.#count += 1;
  }

  /** Throw what was found, if anything was. */
  done(): void {
    if (this.#count > 0) throw new ApiError(400, 50035, 'Invalid Form Body', this.#tree as Json);
  }

  text(path: string, value: unknown, range: { min?: number; max: number; required?: boolean }): void {
    const { min = 0, max, required = false } = range;
    if (value === undefined || value === null) {
      if (required) this.fail(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    } else if (typeof value !== 'string') {
      this.fail(path, 'STRING_TYPE_CONVERT', `Could not interpret "${String(value)}" as string.`);
    } else if (value.length > max || value.length < min) {
      this.fail(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    } else if (min > 0 && value.trim() === '') {
      this.fail(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    }
  }

  whole(path: string, value: unknown, range: { min: number; max: number }): void {
    if (value === undefined || value === null) return;
    if (!Number.isInteger(value) || Number(value) < range.min || Number(value) > range.max) {
      this.fail(path, 'NUMBER_TYPE_MAX', `int value should be between ${range.min} and ${range.max}.`);
    }
  }

  oneOf(path: string, value: unknown, choices: readonly unknown[]): void {
    if (!choices.includes(value)) {
      this.fail(path, 'BASE_TYPE_CHOICES', `Value must be one of {${choices.map(String).join(', ')}}.`);
    }
  }

  /** Check the count, then hand every object of the list on with its path. */
  list(
    path: string,
    value: unknown,
    range: { min?: number; max: number; required?: boolean },
    check: (item: Json, path: string) => void,
  ): void {
    if (value === undefined || value === null) {
      if (range.required) this.fail(path, 'BASE_TYPE_REQUIRED', 'This field is required');
      return;
    }
    if (!Array.isArray(value)) {
      this.fail(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return;
    }
    const min = range.min ?? 0;
    if (value.length < min || value.length > range.max) {
      this.fail(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${range.max} in length.`);
    }
    value.forEach((item, index) => {
      const place = `${path}.${index}`;
      if (isJson(item)) check(item, place);
      else this.fail(place, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    });
  }
}
