import { Inject, Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS, type Access } from './access';

/** One endpoint of the application as its controllers declare it. */
export interface Endpoint {
  readonly method: string;
  /** With `:name` for parameters. */
  readonly path: string;
  readonly access: Access;
}

/**
 * Every endpoint with what it asks for. The application does not start when one has not declared it, so that nothing is
 * open by oversight.
 */
@Injectable()
export class EndpointBook implements OnModuleInit {
  #endpoints: readonly Endpoint[] = [];

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
  ) {}

  get endpoints(): readonly Endpoint[] {
    return this.#endpoints;
  }

  onModuleInit(): void {
    this.#endpoints = this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const base = first(Reflect.getMetadata(PATH_METADATA, metatype));
      const prototype = metatype.prototype as Record<string, object>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name]!;
        const path: unknown = Reflect.getMetadata(PATH_METADATA, handler);
        if (path === undefined) return [];
        const access = Reflect.getMetadata(ACCESS, handler) as Access | undefined;
        if (access === undefined) {
          throw new Error(
            `${metatype.name}.${name} declares no access: add @RequirePermission(…), @SignedIn() or @Public()`,
          );
        }
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'GET';
        return [{ method, path: join(base, first(path)), access }];
      });
    });
  }
}

function first(path: unknown): string {
  return String(Array.isArray(path) ? path[0] : (path ?? ''));
}

function join(...parts: string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
}
