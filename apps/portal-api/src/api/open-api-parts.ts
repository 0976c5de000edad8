import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

const WORDS: Readonly<Record<number, string>> = {
  400: '読み取れない内容',
  404: '見つからない',
  413: '大きすぎる',
  415: '受け付けない形式',
  422: '入力の誤り（fieldsに項目ごとの説明）、または同じキーで別の内容',
  429: '短い時間に多すぎる（retryAfterSecondsのあとに、またはchallengeを解いて）',
  500: '処理できない',
};

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The refusals of an operation, all as RFC 9457 problem details. */
export const problems = (...statuses: number[]) =>
  applyDecorators(
    ...[...statuses, 500].map((status) =>
      ApiResponse({
        status,
        description: WORDS[status] ?? '',
        content: { 'application/problem+json': { schema: ref('Problem') } },
        ...(status === 429
          ? { headers: { 'Retry-After': { description: '待つ秒数', schema: { type: 'integer' as const } } } }
          : {}),
      }),
    ),
  );
