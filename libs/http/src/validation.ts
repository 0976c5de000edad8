import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { DomainError, type FieldProblem } from '@kotae/kernel';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidatorOptions } from 'class-validator';

const RULES = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
  validationError: { target: false, value: false },
} satisfies ValidatorOptions;

/**
 * Checks request bodies against their DTO classes: unknown properties are refused, every message is plain Japanese
 * (each decorator brings its own `message`), and fields of nested objects are named with dots.
 */
export function validation(): ValidationPipe {
  return new BodyPipe({ ...RULES, transform: true, exceptionFactory: refusal });
}

/**
 * A JSON body is objects, lists and primitives, and Fastify's parser has refused `__proto__`: it needs none of the care that
 * Nest's pipe takes of whatever else a handler may be given, and no rule of ours waits for anything. Half the cost.
 */
class BodyPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype } = metadata;
    if (type !== 'body' || metatype === undefined || metatype === Object || !isJsonObject(value)) {
      return super.transform(value, metadata);
    }
    const body: object = plainToInstance(metatype, value);
    const errors = validateSync(body, RULES);
    if (errors.length > 0) throw refusal(errors);
    return body;
  }
}

function isJsonObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function refusal(errors: ValidationError[]): DomainError {
  return new DomainError('invalid_input', '入力をもう一度ご確認ください。', flatten(errors, ''));
}

function flatten(errors: ValidationError[], prefix: string): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = prefix === '' ? error.property : `${prefix}.${error.property}`;
    const own = Object.entries(error.constraints ?? {})
      .slice(0, 1)
      .map(([rule, message]) => ({
        field,
        message: rule === 'whitelistValidation' ? 'この項目は受け付けていません。' : message,
      }));
    return [...own, ...flatten(error.children ?? [], field)];
  });
}
