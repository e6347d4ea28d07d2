import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Stops taking connections, lets requests that are being answered finish, and then closes the application.
 * What is not finished within the given time (in milliseconds) is cut off.
 */
export async function closeGracefully(application: NestFastifyApplication, within = 10_000): Promise<void> {
  const server = application.getHttpAdapter().getInstance().server;
  const cutOff = setTimeout(() => server.closeAllConnections(), within);
  try {
    await application.close();
  } finally {
    clearTimeout(cutOff);
  }
}
