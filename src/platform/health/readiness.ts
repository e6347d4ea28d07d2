/** Whether the service wants new work; turned off before it stops, so that a load balancer looks elsewhere first. */
export class Readiness {
  #leaving = false;

  get leaving(): boolean {
    return this.#leaving;
  }

  leave(): void {
    this.#leaving = true;
  }
}
