import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError, isId } from '@kotae/kernel';

/** A path parameter that must be an id; anything else names nothing. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw new DomainError('not_found', '見つかりませんでした。');
    return value;
  }
}
