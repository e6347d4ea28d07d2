import { ApiHeader, type ApiHeaderOptions, ApiParam, type ApiParamOptions } from '@nestjs/swagger';

function onMethod(decorate: MethodDecorator): ParameterDecorator {
  return (prototype, name) => {
    const method = name === undefined ? undefined : Object.getOwnPropertyDescriptor(prototype, name);
    if (name !== undefined && method !== undefined) decorate(prototype, name, method);
  };
}

/** Documents the header that a parameter of a route reads. */
export function documentedHeader(options: ApiHeaderOptions): ParameterDecorator {
  return onMethod(ApiHeader(options));
}

/** Documents the part of the path that a parameter of a route reads. */
export function documentedPathPart(options: ApiParamOptions): ParameterDecorator {
  return onMethod(ApiParam(options));
}
