import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError, type FieldProblem } from '@kotae/kernel';

/**
 * Checks request bodies against their DTO classes: unknown properties are refused, every message is plain Japanese
 * (each decorator brings its own `message`), and fields of nested objects are named with dots.
 */
export function validation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) =>
      new DomainError('invalid_input', '入力をもう一度ご確認ください。', flatten(errors, '')),
  });
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
