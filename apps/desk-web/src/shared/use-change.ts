import { useMutation } from '@tanstack/react-query';
import type { MutateOptions, UseMutationOptions } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useOneAtATime } from './one-at-a-time';

/** A change sent to the server, one at a time: asking again while one is under way sends nothing. */
export function useChange<Data = unknown, Variables = void>(options: UseMutationOptions<Data, Error, Variables>) {
  const mutation = useMutation(options);
  const once = useOneAtATime<Data>();
  const send = mutation.mutateAsync;
  const mutateAsync = useCallback(
    (variables: Variables, then?: MutateOptions<Data, Error, Variables>) => once(() => send(variables, then)),
    [once, send],
  );
  const mutate = useCallback(
    (variables: Variables, then?: MutateOptions<Data, Error, Variables>): void => {
      // A refusal is shown from `error`.
      mutateAsync(variables, then).catch(() => undefined);
    },
    [mutateAsync],
  );
  return { ...mutation, mutate, mutateAsync };
}
